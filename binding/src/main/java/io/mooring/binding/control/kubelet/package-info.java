/**
 * What nodes make of their pods, by whatever {@link io.mooring.binding.control.Kubelet} is given.
 *
 * <p>Front door: {@link io.mooring.binding.control.kubelet.KubeletController}.
 */
@NullMarked
package io.mooring.binding.control.kubelet;

import org.jspecify.annotations.NullMarked;
