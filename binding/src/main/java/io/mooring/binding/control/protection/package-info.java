/**
 * Holds volumes and claims that are being deleted for as long as they are in use. Models {@code
 * pkg/controller/volume/pvprotection} and {@code pvcprotection}.
 *
 * <pre>
 * volume  held while its phase is Bound
 * claim   held while a scheduled pod names it; bound: condition Unused, False while any pod that is not terminated names it
 * </pre>
 *
 * <p>Front doors: {@link io.mooring.binding.control.protection.VolumeProtection} and {@link
 * io.mooring.binding.control.protection.ClaimProtection}; {@link io.mooring.binding.control.protection.ClaimUseFindings} says which
 * pods use a claim. Pods come by namespace and name. The finalizers are added by admission; an object that lost its finalizer gets
 * it back.
 */
@NullMarked
package io.mooring.binding.control.protection;

import org.jspecify.annotations.NullMarked;
