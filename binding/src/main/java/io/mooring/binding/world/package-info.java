/**
 * A cluster as a value: its objects, the verbs of the API server, its events and its time, and the controllers that act until
 * none of them has anything left to write. Whoever writes a controller begins with {@link io.mooring.binding.world.Controller}.
 *
 * <pre>
 * create, update, patch, delete --admission--&gt; Cluster' --{@link io.mooring.binding.world.Controller#watches watches}--&gt; an item in a controller's work queue
 *                                                 |                          |
 *                                                 |    settle: the first controller with an item, its first item
 *                                                 |                          v
 *                                                 +&lt;----- one {@link io.mooring.binding.world.Write} ----- {@link io.mooring.binding.world.Controller#reconcile reconcile}(cluster, item)
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.world.Cluster}.
 *
 * <p>Order: lists are ordered by namespace and name. The controllers have one order, and the first that has anything to do
 * goes first; each reconciles its items in the order in which they came into its queue. Only when no controller has anything
 * to do, an item that waits for the resync is reconciled: the controllers in their order, the items in theirs. Writes are
 * applied one at a time, and the controllers before the writer may act before its next write.
 *
 * <p>Namespaces: where none was ever an object, every namespace exists. With the first, those exist that are objects, {@code
 * default} and the others that Kubernetes makes, and those in which something is.
 *
 * <p>Not covered: server-side apply, strategic merge patches, watches,
 * and the order in which a real API server's clients race; {@code io.mooring.binding.explore} lists those ends.
 */
@NullMarked
package io.mooring.binding.world;

import org.jspecify.annotations.NullMarked;
