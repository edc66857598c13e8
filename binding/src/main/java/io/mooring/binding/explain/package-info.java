/**
 * Why does a claim wait, and what would help?
 *
 * <pre>
 *   Cluster --Explainer--&gt; ClaimExplanation(finding, volumes, pods, remedies, quote) --text--&gt; what a person reads
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.explain.Explainer}. The finding is the one on which the volume binder acts
 * ({@link io.mooring.binding.finding.ClaimBindingFinding}); nothing is decided anew. Where volumes are the matter, each has a
 * {@link io.mooring.binding.explain.VolumeExplanation} with every rule that it fails, seen with the eyes of whoever chooses: the
 * volume controller, or the scheduler on each node. A {@link io.mooring.binding.explain.Remedy} was tried on the cluster
 * before it is proposed, and takes nothing from anybody else. Explanations come by namespace and name, volumes by name. Of the
 * pods that a claim waits for there is the scheduler's finding, in Kubernetes' words.
 */
@NullMarked
package io.mooring.binding.explain;

import org.jspecify.annotations.NullMarked;
