/**
 * The scheduler: which node for which pod, as far as volumes, room, ports and other pods decide. Models {@code
 * pkg/scheduler} with the plug-ins {@code nodeunschedulable}, {@code tainttoleration}, {@code nodeaffinity}, {@code
 * nodeports}, {@code noderesources}, {@code volumerestrictions}, {@code nodevolumelimits}, {@code volumebinding}, {@code
 * volumezone}, {@code podtopologyspread} and {@code interpodaffinity}.
 *
 * <pre>
 * pod --{@link io.mooring.binding.control.scheduler.PreFilter PreFilter}--&gt; its claims: bound, waiting for a node
 *     --{@link io.mooring.binding.control.scheduler.Filters Filter}, for the nodes {@link io.mooring.binding.control.scheduler.NodeLoads#bestFirst bestFirst}--&gt; the first node that fits, and how the pod comes to its volumes there
 *     --Reserve--&gt; nominatedNodeName   --{@link io.mooring.binding.control.scheduler.PreBind PreBind}--&gt; claimRef, selected-node   --claims bound--&gt; Bind
 *     --no node--&gt; {@link io.mooring.binding.control.scheduler.SchedulingFailure}, in the words of {@link io.mooring.binding.control.scheduler.FitError}
 * </pre>
 *
 * <p>What a {@link io.mooring.binding.control.scheduler.SchedulingCycle} finds is a {@link
 * io.mooring.binding.finding.PodFinding}; {@link io.mooring.binding.control.scheduler.PodFindings#of} gives it to others.
 * Why a pod was rejected is kept in mind ({@link io.mooring.binding.world.Cluster#finding}) until it has a node: it is
 * looked at again when something happens that may lift the rejection, and not before (see {@link
 * io.mooring.binding.control.scheduler.QueueingHints}). So a message may be out of date, as it is upstream.
 *
 * <p>What pods demand of each other is kept in {@link io.mooring.binding.control.scheduler.PodTopology}, for the demands
 * that some pod has; ports in {@link io.mooring.binding.control.scheduler.HostPorts}. A cluster whose pods demand nothing of
 * each other pays nothing for it.
 *
 * <p>Not covered: preferences, which only choose among nodes that fit ({@link
 * io.mooring.binding.control.scheduler.Scheduler#choices} has them all); preemption (nobody is ever evicted; {@link
 * io.mooring.binding.control.scheduler.Preemptor} says who would be); that important pods are looked at first; scheduling
 * gates other than that they keep a pod from being looked at.
 */
@NullMarked
package io.mooring.binding.control.scheduler;

import org.jspecify.annotations.NullMarked;
