/**
 * Enlarges volumes and changes their attributes, by whatever {@link io.mooring.binding.control.Resizer} it is given.
 * Models {@code pkg/controller/volume/expand}, kubernetes-csi/external-resizer and what the kubelet does of it.
 *
 * <pre>
 * request grows --ResizeAnnouncer--&gt; ExternalExpanding, and without a resizer no more
 *               --ExternalResizer--&gt; ControllerResizeInProgress --Resized--&gt; capacity
 *                                     |--FileSystemPending--&gt; NodeResizePending --FileSystemResizer--&gt; capacity
 *                                     |--Infeasible--&gt; ControllerResizeInfeasible --smaller request--&gt; anew
 * attributes class changes --AttributesModifier--&gt; InProgress --Modified--&gt; currentVolumeAttributesClassName
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.Resizer}, plugged in by
 * {@link io.mooring.binding.control.ControlPlane#withResizers}. Upstream remembers in memory what failed and when; here
 * the claim's conditions tell it. Its growing pauses are one second, and five minutes for what is infeasible. Not covered:
 * flexVolume, failures of the node.
 */
@NullMarked
package io.mooring.binding.control.resize;

import org.jspecify.annotations.NullMarked;
