/**
 * What is the matter with a claim, a volume, a pod, a set, a Job: typed, with the objects and the numbers. The controller that looks
 * at an object makes the finding and acts on it; the event and the condition say it in Kubernetes' words, the explanation in
 * ours. No reason is read back out of a text.
 *
 * <pre>
 *                                                    +--&gt; lifecycle event --&gt; actions --&gt; writes
 * objects --(a controller)--&gt; {@link io.mooring.binding.finding.Finding} --+--&gt; Kubernetes' event or condition
 *                                                    +--&gt; explanation
 *
 * of a claim   {@link io.mooring.binding.finding.ClaimBindingFinding}   its volume, or what keeps it from one
 *              {@link io.mooring.binding.finding.ClaimUseFinding}       which pods use it
 *              {@link io.mooring.binding.finding.ProvisioningFinding}   on which nodes no volume could be made for it
 * of a volume  {@link io.mooring.binding.finding.VolumeBindingFinding}  whose it is
 *              {@link io.mooring.binding.finding.VolumeReclaimFinding}  what becomes of its storage
 *              {@link io.mooring.binding.finding.VolumeUseFinding}      whether it is held
 * of a pod     {@link io.mooring.binding.finding.PodFinding}
 * of an attachment  {@link io.mooring.binding.finding.AttachmentFinding}  a volume on a node
 * of a set     {@link io.mooring.binding.finding.SetFinding}
 * of a DaemonSet    {@link io.mooring.binding.finding.DaemonBackoff}      on which nodes pods of it failed
 * of a Job     {@link io.mooring.binding.finding.JobBackoff}         how many of its pods failed in a row
 * </pre>
 *
 * <p>Findings name objects and do not hold them; they are equal by value. Lists of objects come by namespace and name. A
 * finding decides nothing itself.
 *
 * <p>Each kind of finding has {@code Cases}, an interface with a method for each variant, and {@code accept}, which calls the one
 * for itself. Whoever must tell the variants apart implements {@code Cases}, so that a new one does not compile until everybody
 * has an answer for it. Other closed sets of this library have the same pair.
 *
 * <p>Front door: {@link io.mooring.binding.finding.Finding}. The controllers' {@code Findings} make them ({@code ClaimFindings}, {@code
 * VolumeFindings}, {@code PodFindings}, {@code SetFindings}); {@code io.mooring.binding.explain} tells them. Not covered: what the
 * provisioners and resizers find.
 */
@NullMarked
package io.mooring.binding.finding;

import org.jspecify.annotations.NullMarked;
