/**
 * How many volumes, of what sizes? What is wasted, who could be bound, who competes for what, and what would be different if?
 *
 * <pre>
 * Cluster --{@link io.mooring.binding.plan.Planner#bestBinding bestBinding}--&gt; {@link io.mooring.binding.plan.BindingPlan}: the most that can be bound, the least waste, edits, competitions
 *         --{@link io.mooring.binding.plan.Planner#volumesFor volumesFor}---&gt; {@link io.mooring.binding.plan.VolumePlan}: volumes to make, quotas that are too small
 *         --{@link io.mooring.binding.plan.Planner#waste waste}--------&gt; {@link io.mooring.binding.plan.Waste}: by volume and in all
 * two Clusters, or one and {@link io.mooring.binding.plan.WhatIf Edits}--&gt; {@link io.mooring.binding.plan.WorldDifference}: what differs, lost data first
 * Cluster, volume, Edits-------&gt; {@link io.mooring.binding.plan.DataLoss}: whether some order of them loses the volume's data, and the shortest way
 * any of these --{@link io.mooring.binding.plan.Pictures}---&gt; SVG, Mermaid
 * </pre>
 *
 * <p>Front doors: {@link io.mooring.binding.plan.Planner}, {@link io.mooring.binding.plan.WorldDifference}, {@link io.mooring.binding.plan.DataLoss}. Who may have which volume is what {@link io.mooring.binding.match}
 * says, rule by rule; what Kubernetes does is what {@link io.mooring.binding.world.Cluster#settle} does; edits were tried.
 * Amounts are exact. Order: by namespace and name.
 *
 * <p>Not covered: which nodes a pod fits on, before its claims have volumes. Several claims of one pod that have to come together
 * on one node are a problem for which nobody knows a fast and exact way; where that matters a plan says "at most". Caches that are out of date, in what can be lost.
 */
@NullMarked
package io.mooring.binding.plan;

import org.jspecify.annotations.NullMarked;
