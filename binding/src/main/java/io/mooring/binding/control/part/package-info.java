/**
 * What holds for every part of the control plane: how much its own controllers may make, and how the parts that a caller
 * brings are asked.
 *
 * <pre>
 * {@link io.mooring.binding.control.part.PlaneController}  one of the control plane's own controllers
 * {@link io.mooring.binding.control.part.Asking}           the one guard around a provisioner, resizer, attacher or kubelet
 * {@link io.mooring.binding.control.part.PodLimit}         how many pods a cluster can have
 * </pre>
 *
 * <p>Not covered: a part that does not come back, or that runs out of memory or stack.
 */
@NullMarked
package io.mooring.binding.control.part;

import org.jspecify.annotations.NullMarked;
