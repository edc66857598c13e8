/**
 * The world as a value: the API server's verbs, and controllers that act until none wants to.
 *
 * <pre>
 * create/update/patch/delete --admission--&gt; Cluster' --wakes--&gt; a lane a controller
 *                                              |                     |
 *                                              |   settle: first lane with work, first key in it
 *                                              |                     v
 *                                              +&lt;---- one write ---- Controller.reconcile(world, key)
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.world.Cluster}. Whoever writes a controller begins with
 * {@link io.mooring.binding.world.Controller}.
 *
 * <p>Order: lists are ordered by namespace and name. The controllers stand in a row, and the first that has anything to
 * do goes first; each looks at its keys in the order they were woken. Only when nobody has anything to do, a key that
 * waits for the resync is looked at, in the order of controllers, then of keys. A write is applied alone, and whoever
 * stands before the writer may act before its next write.
 *
 * <p>Not covered: namespaces are not objects (every namespace exists), server-side apply, strategic merge patches,
 * watches, and the order in which a real API server's clients race; {@code io.mooring.binding.explore} lists those.
 */
@NullMarked
package io.mooring.binding.world;

import org.jspecify.annotations.NullMarked;
