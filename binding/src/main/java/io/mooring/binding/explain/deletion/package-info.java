/**
 * Why is an object still there that is being deleted? Which finalizer holds it, who holds the finalizer, and what lets it go.
 *
 * <pre>
 * object --{@code Holds}--&gt; a hold for each finalizer, and for the pod's node: fact, and whether it goes by itself
 *        --{@code DeletionExplainer}--&gt; Explanation
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.explain.deletion.DeletionExplainer}. Who holds a finalizer is asked of the controller that
 * takes it off. Not covered: finalizers of controllers that are not modelled; that such a one must act is said.
 */
@NullMarked
package io.mooring.binding.explain.deletion;

import org.jspecify.annotations.NullMarked;
