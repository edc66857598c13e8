/**
 * Enlarges volumes and changes their attributes, by whatever {@link io.mooring.binding.control.Resizer} it is given. Models
 * {@code pkg/controller/volume/expand}, kubernetes-csi/external-resizer and the kubelet's part of a resize.
 *
 * <pre>
 * request grows --{@link io.mooring.binding.control.resize.ResizeAnnouncer}--&gt; event ExternalExpanding, and without a resizer no more
 *               --{@link io.mooring.binding.control.resize.ExternalResizer}--&gt; ControllerResizeInProgress --Resized--&gt; capacity
 *                                     |--FileSystemPending--&gt; NodeResizePending --{@link io.mooring.binding.control.resize.FileSystemResizer}--&gt; capacity
 *                                     |--Infeasible--&gt; ControllerResizeInfeasible --smaller request--&gt; anew
 * attributes class changes --{@link io.mooring.binding.control.resize.AttributesModifier}--&gt; InProgress --Modified--&gt; currentVolumeAttributesClassName
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.Resizer}, plugged in by
 * {@link io.mooring.binding.control.ControlPlane#withResizers}. Upstream remembers in memory what failed and when; here the
 * claim's conditions hold it. Where upstream backs off longer and longer, the pause is one second, and five minutes for what is
 * infeasible. Not covered: flexVolume, failures of the node.
 */
@NullMarked
package io.mooring.binding.control.resize;

import org.jspecify.annotations.NullMarked;
