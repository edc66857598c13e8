/**
 * Why those who make pods are not where they are to be: StatefulSets, Deployments, ReplicaSets, ReplicationControllers, DaemonSets
 * and Jobs.
 *
 * <pre>
 * set --{@link io.mooring.binding.finding.SetFinding}--&gt; replica | scale-down | update --&gt; the pod that holds up the rest --{@link io.mooring.binding.explain.pod.PodExplainer}--&gt; its reasons
 * Deployment --{@link io.mooring.binding.control.deployment.Rollout}--&gt; the same, with its old pods
 * pod --{@link io.mooring.binding.explain.set.Chain}--&gt; ordinal - pod - claim - volume - node
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.explain.set.SetExplainer}. Of several pods that are not ready the first is told, by
 * ordinal or by name. Whether containers can ever become ready nobody knows here: a pod that runs and is not ready is waited for.
 */
@NullMarked
package io.mooring.binding.explain.set;

import org.jspecify.annotations.NullMarked;
