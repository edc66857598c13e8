/**
 * Claims that are made for one pod and go with it. Front door: {@link
 * io.mooring.binding.control.ephemeral.EphemeralVolumeController}.
 */
@NullMarked
package io.mooring.binding.control.ephemeral;

import org.jspecify.annotations.NullMarked;
