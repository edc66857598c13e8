/**
 * Rolls out Deployments: a ReplicaSet for each state of the template, of which one grows while the others shrink. Models
 * {@code pkg/controller/deployment}.
 *
 * <pre>
 * sync, {@link io.mooring.binding.control.deployment.DeploymentSync}; it does the first that is due:
 *   whose ReplicaSets  adopt and release
 *   revision           {@link io.mooring.binding.control.deployment.ReplicaAnnotations}: the current template's is the latest
 *   scaling            {@link io.mooring.binding.control.deployment.Scaling}: another number of pods, shared by all
 *   Recreate           the old away; when their pods are gone, the new one
 *   RollingUpdate      the new one up, as far as the surge allows; the old ones down, as far as availability allows
 *   history            ReplicaSets beyond the limit go
 *   status             {@link io.mooring.binding.control.deployment.Progress}
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.deployment.DeploymentController}. Order: where upstream leaves open which of
 * two ReplicaSets comes first, the older does. Not covered: the annotation that asked for a rollback before {@code apps/v1}.
 */
@NullMarked
package io.mooring.binding.control.deployment;

import org.jspecify.annotations.NullMarked;
