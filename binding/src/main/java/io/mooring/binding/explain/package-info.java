/**
 * Why does a claim wait, and what would help? Why does a pod that has a node wait there for volumes?
 *
 * <pre>
 * Cluster --{@link io.mooring.binding.explain.Explainer}--&gt; {@link io.mooring.binding.explain.ClaimExplanation}(finding, volumes, pods, remedies, quote) --text--&gt; what a person reads
 *         --{@link io.mooring.binding.explain.Explainer}--&gt; {@link io.mooring.binding.explain.AttachmentExplanation}(findings, quote) --text--&gt; the same, of a pod that waits for volumes on its node
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.explain.Explainer}. The finding is the one on which the volume binder acts
 * ({@link io.mooring.binding.finding.ClaimBindingFinding}); nothing is decided anew. Where the claim looks for a volume, each has a
 * {@link io.mooring.binding.explain.VolumeExplanation} with every rule that it fails for the one that chooses: the volume
 * controller, or the scheduler on each node. A {@link io.mooring.binding.explain.Remedy} was tried on the cluster before it is
 * proposed, and takes nothing from anybody else. For each pod that the claim waits for there is the scheduler's finding, in
 * Kubernetes' words.
 *
 * <p>Order: explanations come by namespace and name, volumes by name. Not covered: why a volume, a pod or a StatefulSet stands as it
 * does, other than for a claim.
 */
@NullMarked
package io.mooring.binding.explain;

import org.jspecify.annotations.NullMarked;
