/**
 * How many volumes, of what sizes? What is wasted, who could be bound, who competes for what, and what would be different if? What does
 * another release of Kubernetes change?
 *
 * <pre>
 * Cluster --{@link io.mooring.binding.plan.Planner#bestBinding bestBinding}--&gt; {@link io.mooring.binding.plan.BindingPlan}: the most that can be bound, the least waste, edits, competitions
 *         --{@link io.mooring.binding.plan.Planner#volumesFor volumesFor}---&gt; {@link io.mooring.binding.plan.VolumePlan}: volumes to make, quotas that are too small
 *         --{@link io.mooring.binding.plan.Planner#waste waste}--------&gt; {@link io.mooring.binding.plan.Waste}: by volume and in all
 * two Clusters, or one and {@link io.mooring.binding.plan.WhatIf Edits}--&gt; {@link io.mooring.binding.plan.WorldDifference}: what differs, lost data first
 * Cluster, volume, Edits-------&gt; {@link io.mooring.binding.plan.DataLoss}: whether some order of them loses the volume's data, and the shortest way
 * Cluster, or manifests, two releases--{@link io.mooring.binding.plan.Upgrade}--&gt; {@link io.mooring.binding.plan.UpgradeReport}: the differences that matter here, what breaks
 * any of these --{@link io.mooring.binding.plan.Pictures}---&gt; SVG, Mermaid
 * </pre>
 *
 * <p>Front doors: {@link io.mooring.binding.plan.Planner}, {@link io.mooring.binding.plan.WorldDifference}, {@link io.mooring.binding.plan.DataLoss}, {@link
 * io.mooring.binding.plan.Upgrade}. Who may have which volume is what {@link io.mooring.binding.match}
 * says, rule by rule; what Kubernetes does is what {@link io.mooring.binding.world.Cluster#settle} does; edits were tried.
 * Amounts are exact. Order: by namespace and name.
 *
 * <p>Not covered: which nodes a pod fits on, before its claims have volumes. Several claims of one pod that have to come together
 * on one node are a problem for which nobody knows a fast and exact way; where that matters a plan says "at most". Caches that are out of date, in what can be lost.
 *
 * <p>A row of {@link io.mooring.release.Behaviour} turns by an upgrade if one release has it and the other has not. It matters if
 * switching it alone changes something: in the release before, or in the one after, where others turn beside it. Which kinds it may
 * concern, and in which words it is told, is one case of {@code Concern}; only rows that may concern what is there are tried. Not covered:
 * what differs in ways that no row tells, what is printed, and what happens while servers of two releases run beside each other.
 */
@NullMarked
package io.mooring.binding.plan;

import org.jspecify.annotations.NullMarked;
