/**
 * Binds claims to volumes and volumes to claims, and reclaims volumes that were released. Models {@code
 * pkg/controller/volume/persistentvolume}.
 *
 * <pre>
 * claim  --{@link io.mooring.binding.control.binder.ClaimFindings}--&gt;  finding --Lifecycle--&gt; actions --{@link io.mooring.binding.control.binder.ClaimSync}--&gt;  writes
 * volume --{@link io.mooring.binding.control.binder.VolumeFindings}--&gt; finding --Lifecycle--&gt; actions --{@link io.mooring.binding.control.binder.VolumeSync}--&gt; writes
 *           delete the storage --{@link io.mooring.binding.control.binder.Deleter}--&gt;  finding --Lifecycle--&gt; ...
 *           scrub the storage  --{@link io.mooring.binding.control.binder.Recycler}--&gt; finding --Lifecycle--&gt; ...
 * finding --{@link io.mooring.binding.control.binder.ClaimEventTexts}, {@link io.mooring.binding.control.binder.VolumeEventTexts}--&gt; event
 * a volume became free --{@link io.mooring.binding.control.binder.FreeVolumes}--&gt; the first claim that waits for it
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.binder.VolumeBinder}. Claims that wait for the same volume get it in the order
 * of namespace and name. Not covered: in-tree provisioning, which no plugin of v1.37 does, and flexVolume.
 */
@NullMarked
package io.mooring.binding.control.binder;

import org.jspecify.annotations.NullMarked;
