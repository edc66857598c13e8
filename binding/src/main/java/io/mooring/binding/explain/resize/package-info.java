/**
 * Where does the enlarging of a claim stand, or the change of its attributes? Who is waited for, and which sizes are allowed next?
 *
 * <pre>
 * claim --ResizeFindings--&gt; ResizeFinding, ModificationFinding --{@code ResizeExplainer}--&gt; facts, outlook, headline
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.explain.resize.ResizeExplainer}. Not covered: resizers of pre-CSI plug-ins, which
 * Kubernetes no longer has.
 */
@NullMarked
package io.mooring.binding.explain.resize;

import org.jspecify.annotations.NullMarked;
