/**
 * CSIDrivers and VolumeAttachments: their fields, what is filled in, and what is refused.
 *
 * <pre>
 * CSIDriver          says what a driver does and wants     attachRequired stays as it is
 * VolumeAttachment   a volume, a node, an attacher         its spec stays as it is
 * </pre>
 *
 * <p>Front door: {@link io.mooring.admission.attachment.CsiDriverPolicy}, {@link
 * io.mooring.admission.attachment.VolumeAttachmentPolicy}. Not covered: the checks of a CSIDriver's {@code tokenRequests}, and
 * those of the volume that a pod describes itself.
 */
@NullMarked
package io.mooring.admission.attachment;

import org.jspecify.annotations.NullMarked;
