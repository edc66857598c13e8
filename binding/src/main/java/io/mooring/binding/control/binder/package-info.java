/**
 * Binds claims to volumes, and reclaims what is released. Models {@code pkg/controller/volume/persistentvolume}.
 *
 * <pre>
 * claim  --{@link io.mooring.binding.control.binder.ClaimSighting}--&gt; event --Lifecycle--&gt; actions --{@link io.mooring.binding.control.binder.ClaimSync}--&gt; writes
 * volume --{@link io.mooring.binding.control.binder.VolumeSighting}--&gt; event --Lifecycle--&gt; actions --{@link io.mooring.binding.control.binder.VolumeSync}--&gt; writes
 *            delete the storage --{@link io.mooring.binding.control.binder.Deleter}--&gt;  event --Lifecycle--&gt; ...
 *            scrub the storage  --{@link io.mooring.binding.control.binder.Recycler}--&gt; event --Lifecycle--&gt; ...
 * a volume became free --{@link io.mooring.binding.control.binder.Offers}--&gt; the first claim that waits for it
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.binder.VolumeBinder}. Claims that race for a volume get it in the order
 * of their keys. Not covered: in-tree provisioning, which no plugin of v1.37 does, and flexVolume.
 */
@NullMarked
package io.mooring.binding.control.binder;

import org.jspecify.annotations.NullMarked;
