/**
 * The scheduler: which node for which pod, as far as volumes and room decide. Models {@code pkg/scheduler} with the
 * plug-ins {@code nodeunschedulable}, {@code tainttoleration}, {@code nodeaffinity}, {@code noderesources}, {@code
 * volumerestrictions}, {@code volumebinding} and {@code volumezone}.
 *
 * <pre>
 * pod --{@link io.mooring.binding.control.scheduler.PreFilter PreFilter}--&gt; its claims: bound, waiting for a node
 *     --{@link io.mooring.binding.control.scheduler.NodeFilter Filter}, {@link io.mooring.binding.control.scheduler.PodVolumeFinder}--&gt; the nodes that fit, with a plan for the volumes
 *     --{@link io.mooring.binding.control.scheduler.NodeLoads#bestFirst}--&gt; the first of them
 *     --Reserve--&gt; nominatedNodeName   --PreBind--&gt; claimRef, selected-node   --claims bound--&gt; Bind
 *     --no node--&gt; {@link io.mooring.binding.control.scheduler.FitError}
 * </pre>
 *
 * <p>A rejected pod is looked at again when something happens that may lift the rejection, and not before: see {@link
 * io.mooring.binding.control.scheduler.QueueingHints}. So a message may be out of date, as it is upstream.
 *
 * <p>Not covered: preemption (nobody is ever evicted), affinity between pods and topology spread, host ports, scheduling
 * gates other than that they keep a pod from being looked at, volume limits of drivers.
 */
@NullMarked
package io.mooring.binding.control.scheduler;

import org.jspecify.annotations.NullMarked;
