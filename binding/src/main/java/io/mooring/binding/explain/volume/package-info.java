/**
 * How does a volume stand: whose is it, why does nobody get it, what becomes of its storage?
 *
 * <pre>
 * volume --VolumeFindings--&gt; VolumeBindingFinding, VolumeReclaimFinding --{@code VolumeExplainer}--&gt; Explanation
 * claims that wait --VolumeMatcher--&gt; what the volume lacks for each of them
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.explain.volume.VolumeExplainer}. A volume that is being deleted is for
 * {@code explain.deletion}. Not covered: what an external provisioner does with the storage; that it is waited for is said.
 */
@NullMarked
package io.mooring.binding.explain.volume;

import org.jspecify.annotations.NullMarked;
