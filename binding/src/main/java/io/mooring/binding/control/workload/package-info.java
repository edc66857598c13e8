/**
 * What the controllers of pods have in common: StatefulSets, Deployments, ReplicaSets, DaemonSets and Jobs.
 *
 * <pre>
 * whose is it?            {@link io.mooring.binding.control.workload.Keeping}, {@link io.mooring.binding.control.workload.OwnedPods}
 * how is it?              {@link io.mooring.binding.control.workload.PodState}, {@link io.mooring.binding.control.workload.Availability}
 * what is made?           {@link io.mooring.binding.control.workload.TemplatePods}, {@link io.mooring.binding.control.workload.PodWrites}
 * which goes first?       {@link io.mooring.binding.control.workload.DeletionOrder}
 * how many are 25%?       {@link io.mooring.binding.control.workload.Share}
 * which template was it?  {@link io.mooring.binding.control.workload.Revision}, {@link io.mooring.binding.control.workload.RevisionHash}
 * </pre>
 *
 * <p>Not covered: slow starts; a number of pods is made at once, up to 500 in one sync.
 */
@NullMarked
package io.mooring.binding.control.workload;

import org.jspecify.annotations.NullMarked;
