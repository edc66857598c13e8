/**
 * Which volume is attached to which node. Models {@code pkg/controller/volume/attachdetach}, what {@code volume/csi} does for it,
 * and kubernetes-csi/external-attacher.
 *
 * <pre>
 * pods on a node that use the volume -+
 * attachments of the volume          -+--&gt; {@link io.mooring.binding.finding.AttachmentFinding} --&gt; attachments, volumesAttached, events
 * volumesInUse, Ready, taints        -+
 *
 * leaves a node    when no pod there uses it, and the node says that it is unmounted;
 *                  a node that is not ready is waited for six minutes, one out of service not at all
 * comes to a node  at once where several nodes may have it; else when no other node has it
 * </pre>
 *
 * <p>A node without the annotation {@code volumes.kubernetes.io/controller-managed-attach-detach: "true"} is left alone. What
 * upstream keeps in memory is kept as findings about the attachment: that pods were told to wait (once, for as long as pods wait
 * there), and since when an unmount is waited for.
 *
 * <p>Front door: {@link io.mooring.binding.control.attach.AttachDetachController}, {@link
 * io.mooring.binding.control.attach.AttachmentFindings}, and {@link io.mooring.binding.control.Attacher} for whoever attaches.
 * Not covered: volumes that pods describe themselves, in-tree plugins that drivers took over, back-off.
 */
@NullMarked
package io.mooring.binding.control.attach;

import org.jspecify.annotations.NullMarked;
