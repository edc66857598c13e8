/**
 * Why does an object stand as it does, and what would help? The same answer for every kind.
 *
 * <pre>
 * Cluster --{@link io.mooring.binding.explain.Explainer}--&gt; {@link io.mooring.binding.explain.Explanation}(outlook, headline, facts, candidates, context, fixes, quotes) --text--&gt; what a person reads
 *                       groups: {@link io.mooring.binding.explain.ExplanationGroup}: what can be said of many, once
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.explain.Explainer}. Below it stands a package for each kind that is explained:
 * {@code claim}, {@code pod}, {@code volume}; {@code deletion} for whatever is being deleted. They turn findings, on which the
 * controllers act, into explanations; nothing is decided anew. A {@link io.mooring.binding.explain.Fix} was tried on the cluster
 * before it is proposed, and takes nothing from anybody else.
 *
 * <p>Order: explanations come by kind, namespace and name.
 */
@NullMarked
package io.mooring.binding.explain;

import org.jspecify.annotations.NullMarked;
