/**
 * The controllers, each a pure function of the world and one key, and what can be plugged into them.
 *
 * <pre>
 * {@link io.mooring.binding.control.ControlPlane}  all of them, in their order
 *   binder       claims and volumes, reclaim           protection   finalizers, the condition Unused
 *   provision    by a {@link io.mooring.binding.control.Provisioner}                      resize       by a {@link io.mooring.binding.control.Resizer}
 *   scheduler    ephemeral    statefulset              kubelet      by a {@link io.mooring.binding.control.Kubelet}
 * </pre>
 *
 * <p>What is plugged in must be a pure function too, or the same calls no longer give the same cluster.
 */
@NullMarked
package io.mooring.binding.control;

import org.jspecify.annotations.NullMarked;
