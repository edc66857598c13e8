/**
 * Holds a class of volume attributes that is being deleted for as long as a claim or a volume names it. Models {@code
 * pkg/controller/volume/vacprotection}.
 *
 * <pre>
 * held by a volume   spec.volumeAttributesClassName
 * held by a claim    spec.volumeAttributesClassName: the attributes that it asks for
 *                    status.currentVolumeAttributesClassName: those that its volume has
 *                    status.modifyVolumeStatus.targetVolumeAttributesClassName: those that its volume is getting
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.attributesclass.AttributesClassProtection}. The finalizer comes by
 * admission; a class that lost it gets it back. Whether a pod uses the claim or the volume does not matter.
 */
@NullMarked
package io.mooring.binding.control.attributesclass;

import org.jspecify.annotations.NullMarked;
