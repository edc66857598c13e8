/**
 * The StatefulSet controller. Models {@code pkg/controller/statefulset}.
 *
 * <pre>
 * look at a set:
 *   revisions      {@link io.mooring.binding.control.set.Revisions}: what its pods are made of, now and next
 *   replicas       {@link io.mooring.binding.control.set.Replicas}: upwards; make, repair, wait
 *   condemned      {@link io.mooring.binding.control.set.Condemned}: downwards; hand over their claims, delete
 *   update         {@link io.mooring.binding.control.set.RollingUpdates}: downwards; delete what is out of date
 * finding        {@link io.mooring.binding.control.set.SetSync}: what was found of these three, and what is done about it
 *   status         {@link io.mooring.binding.control.set.SetStatus}: once nothing is to be done, or the spec is new
 * look at a pod:   {@link io.mooring.binding.control.set.Adoption}: take in an orphan, let go who has other labels
 * </pre>
 *
 * <p>OrderedReady stops at the first pod that is not ready; Parallel goes on. A set whose spec was not looked at yet is
 * looked at as a whole; after that, only the pods that are not settled are ({@link
 * io.mooring.binding.control.set.SetPods}), so that a look costs by what changed. Of owner references that someone else
 * changed, the set hears at the next change of its spec.
 */
@NullMarked
package io.mooring.binding.control.set;

import org.jspecify.annotations.NullMarked;
