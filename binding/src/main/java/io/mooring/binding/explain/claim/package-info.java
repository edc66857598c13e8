/**
 * Why does a claim stand as it does? Front door: {@link io.mooring.binding.explain.claim.ClaimExplainer}.
 *
 * <pre>
 * ClaimBindingFinding ----ClaimByFinding----&gt; Explanation
 *   Survey: each volume against each rule --Demands--&gt; what it fails --Core--&gt; the fewest demands that rule out every volume
 *                                         --Nearest--&gt; the volumes that come nearest, and the rest counted
 * </pre>
 *
 * <p>The finding is the one on which the volume binder acts; volumes are held against the rules by whoever chooses: the volume
 * controller, or, where binding waits for the first consumer, the scheduler on each node.
 */
@NullMarked
package io.mooring.binding.explain.claim;

import org.jspecify.annotations.NullMarked;
