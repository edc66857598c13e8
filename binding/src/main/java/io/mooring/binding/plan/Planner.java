package io.mooring.binding.plan;

import io.mooring.binding.world.Cluster;

/**
 * Answers how the volumes of a cluster are used, and how they could be.
 *
 * <pre>{@code
 * BindingPlan plan = Planner.bestBinding(cluster);
 * System.out.println(plan.text());
 * }</pre>
 */
public final class Planner {
    private Planner() {}

    /**
     * The most claims that can be bound of those that wait, to volumes that are there, and among those the least waste; and
     * what Kubernetes does by itself.
     */
    public static BindingPlan bestBinding(Cluster cluster) {
        return BestBinding.of(cluster);
    }

    /**
     * The volumes to be made so that every claim gets one: those that wait, and those that sets and pods are yet to make. What
     * is there is used first, what a provisioner makes is left to it, and what a quota refuses is said.
     */
    public static VolumePlan volumesFor(Cluster cluster, Margin margin) {
        return VolumesToMake.of(cluster, margin);
    }

    /** What the bound volumes hold and nobody asked for. */
    public static Waste waste(Cluster cluster) {
        return Waste.of(cluster);
    }
}
