/**
 * Creates, repairs, replaces and deletes the pods of StatefulSets, and their claims with them. Models {@code
 * pkg/controller/statefulset}.
 *
 * <pre>
 * sync of a set, {@link io.mooring.binding.control.set.SetSync}:
 *   revisions      {@link io.mooring.binding.control.set.Revisions}: what its pods are made of, now and next
 *   replicas       {@link io.mooring.binding.control.set.Replicas}: upwards; create, repair, wait
 *   condemned      {@link io.mooring.binding.control.set.Condemned}: downwards; hand over their claims, delete
 *   update         {@link io.mooring.binding.control.set.RollingUpdates}: downwards; delete the pods of an earlier revision
 *   status         {@link io.mooring.binding.control.set.SetStatus}: once nothing is to be done, or when the spec is new
 * sync of a pod, {@link io.mooring.binding.control.set.Adoption}: adopt an orphan, release a pod that has other labels
 * </pre>
 *
 * <p>Front doors: {@link io.mooring.binding.control.set.StatefulSetController}, and {@link
 * io.mooring.binding.control.set.SetFindings} for how things stand with a set.
 *
 * <p>Order: OrderedReady stops at the first pod that is not ready; Parallel goes on. After the first sync of a spec, only the pods
 * that are not settled are looked at ({@link io.mooring.binding.control.set.SetPods}), so that a sync costs by what changed.
 *
 * <p>Not covered: owner references of pods and claims that somebody else changed count only from the next change of the set's spec
 * on.
 */
@NullMarked
package io.mooring.binding.control.set;

import org.jspecify.annotations.NullMarked;
