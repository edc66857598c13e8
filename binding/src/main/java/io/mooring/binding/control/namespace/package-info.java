/**
 * Takes the content of a namespace that is being deleted along. Models {@code pkg/controller/namespace}.
 *
 * <pre>
 * pods are in it           they are deleted; nothing else is, until the last is gone
 * no pod, but other things they are deleted, by kind and name (upstream: in no order)
 * what is left             finalizers hold it: the conditions say what, and the namespace waits
 * nothing is left          the finalizer {@code kubernetes} leaves the spec; without others the namespace is gone
 * </pre>
 *
 * <p>In a cluster that was opened without some kinds nobody knows what is left: what is known of the content goes, and the
 * namespace stays as it is.
 *
 * <p>Front door: {@link io.mooring.binding.control.namespace.NamespaceController}. What is deleted takes its own way: a claim's
 * volume is released, and kept or deleted as its policy says.
 *
 * <p>Not covered: events are not deleted with their namespace, and no new ones are told in it, as upstream refuses them;
 * discovery never fails; upstream comes back after some seconds, here the namespace is looked at again when nobody else has
 * anything to do.
 */
@NullMarked
package io.mooring.binding.control.namespace;

import org.jspecify.annotations.NullMarked;
