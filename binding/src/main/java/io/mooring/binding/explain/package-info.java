/**
 * Why does a claim wait, and what would help?
 *
 * <pre>
 *   Cluster --Explainer--> ClaimExplanation(claim, why, edits) --text--> what a person reads
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.explain.Explainer}. {@link io.mooring.binding.explain.Why} is the typed
 * reason; where volumes are the matter it has every one of them with every rule that it fails. An
 * {@link io.mooring.binding.explain.Edit} was tried on the cluster before it is proposed. Explanations come by namespace
 * and name, volumes by name. What pods wait for is not covered, but for what the scheduler says of them.
 */
@NullMarked
package io.mooring.binding.explain;

import org.jspecify.annotations.NullMarked;
