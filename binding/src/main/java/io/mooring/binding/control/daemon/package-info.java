/**
 * Keeps a pod of each DaemonSet on every node that is suited. Models {@code pkg/controller/daemon}.
 *
 * <pre>
 * sync, {@link io.mooring.binding.control.daemon.DaemonSync}:
 *   whose pods  adopt and release
 *   history     {@link io.mooring.binding.control.daemon.DaemonRevisions}: the template as it is now is the latest
 *   nodes       {@link io.mooring.binding.control.daemon.DaemonPods}: a pod where one is wanted, none where not, pinned to its node
 *   failed pods {@link io.mooring.binding.control.daemon.FailedPods}: each waits longer than the one before it on its node
 *   update      {@link io.mooring.binding.control.daemon.Rollout}: old pods go, or new ones come beside them
 *   status      once nothing is to be done
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.daemon.DaemonSetController}. Order: nodes by name, where upstream has none.
 */
@NullMarked
package io.mooring.binding.control.daemon;

import org.jspecify.annotations.NullMarked;
