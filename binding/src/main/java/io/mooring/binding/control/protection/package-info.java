/**
 * Holds volumes and claims that are being deleted for as long as they are used. Models
 * {@code pkg/controller/volume/pvprotection} and {@code pvcprotection}.
 *
 * <pre>
 * volume  held while its phase is Bound
 * claim   held while a scheduled pod names it; bound: condition Unused, False while any pod that has not ended names it
 * </pre>
 */
@NullMarked
package io.mooring.binding.control.protection;

import org.jspecify.annotations.NullMarked;
