/**
 * What is the matter with a claim, a volume, a pod, a set: typed, with the objects and the numbers. The controller that looks
 * at an object makes the finding and acts on it; the event and the condition say it in Kubernetes' words, the explanation in
 * ours. No reason is read out of a text.
 *
 * <pre>
 *                                                    +--&gt; lifecycle event --&gt; actions --&gt; writes
 * objects --(a controller's look)--&gt; {@link io.mooring.binding.finding.Finding} --+--&gt; Kubernetes' event or condition
 *                                                    +--&gt; explanation
 *
 * of a claim   {@link io.mooring.binding.finding.ClaimBindingFinding}   its volume, or what keeps it from one
 *              {@link io.mooring.binding.finding.ClaimUseFinding}       which pods use it
 * of a volume  {@link io.mooring.binding.finding.VolumeBindingFinding}  whose it is
 *              {@link io.mooring.binding.finding.VolumeReclaimFinding}  what becomes of its storage
 *              {@link io.mooring.binding.finding.VolumeUseFinding}      whether it is held
 * of a pod     {@link io.mooring.binding.finding.PodFinding}
 * of a set     {@link io.mooring.binding.finding.SetFinding}
 * </pre>
 *
 * <p>Findings name objects and do not hold them; they are equal by value. Each kind of finding has {@code Cases}, so that a
 * new one does not compile until everybody has said what becomes of it. Lists of objects come by namespace and name. A
 * finding decides nothing itself.
 */
@NullMarked
package io.mooring.binding.finding;

import org.jspecify.annotations.NullMarked;
