/**
 * What the controllers of volumes and claims share: indexes, storage classes, finalizers, CSI migration, the texts of
 * events, and drafts that add up the writes about one object.
 *
 * <pre>
 * {@link io.mooring.binding.control.volume.VolumeIndexes}, {@link io.mooring.binding.control.volume.StorageClasses}, {@link io.mooring.binding.control.volume.Dependents}       what is found by what
 * {@link io.mooring.binding.control.volume.ClaimDraft}, {@link io.mooring.binding.control.volume.VolumeDraft}, {@link io.mooring.binding.control.volume.EventText}         writes that build on each other
 * {@link io.mooring.binding.control.volume.ClaimEventByFinding}, {@link io.mooring.binding.control.volume.VolumeEventByFinding}  finding --&gt; row of the lifecycle's table
 * {@link io.mooring.binding.control.volume.CsiMigration}, {@link io.mooring.binding.control.volume.InTreePlugins}               which plugin, or which driver in its place
 * {@link io.mooring.binding.control.volume.Contest}                                   whether a write takes what others may want too
 * </pre>
 *
 * <p>A controller brings those of the indexes that it asks ({@link io.mooring.binding.world.Controller#views}). What one object
 * can answer alone is a method of the object.
 */
@NullMarked
package io.mooring.binding.control.volume;

import org.jspecify.annotations.NullMarked;
