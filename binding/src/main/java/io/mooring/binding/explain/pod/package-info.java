/**
 * Why a pod has no node, or does not run on the node that it has.
 *
 * <pre>
 * pod --scheduler's finding--&gt; no node depends on it: claims missing, lost, unbound ...    the claim's own explanation in a line
 *                              nodes reject it: {@link io.mooring.binding.explain.pod.Constraints} --{@link io.mooring.binding.explain.pod.Core}--&gt; {@link io.mooring.binding.explain.pod.Conflict}
 *                              it has its node: node, claims, volumes on nodes, containers
 *     --{@link io.mooring.binding.explain.pod.Circle}--&gt; who waits for whom, where that goes round in a circle
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.explain.pod.PodExplainer}. The demands are the scheduler's own rejections of every node
 * ({@link io.mooring.binding.control.scheduler.PodFindings#nodeChecks}), by what they are about; nothing is decided anew. The core
 * is exact for few demands, see there. Claims of one pod that compete for one volume are told as the scheduler serves them.
 */
@NullMarked
package io.mooring.binding.explain.pod;

import org.jspecify.annotations.NullMarked;
