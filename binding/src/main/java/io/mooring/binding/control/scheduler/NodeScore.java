package io.mooring.binding.control.scheduler;

import io.mooring.binding.cluster.PodRequests;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import java.util.Comparator;
import java.util.Map;

/**
 * How a node ranks among those that fit: the one with the larger part of its cores and memory free first, then the one
 * with fewer pods, then by name. Models {@code LeastAllocated}; upstream adds further scores and draws lots among equals.
 *
 * @param free hundredths that are left of cores and memory, on average
 * @param pods how many run there already
 */
record NodeScore(long free, long pods, String name) {
    static final Comparator<NodeScore> BEST_FIRST = Comparator.comparingLong((NodeScore score) -> score.free())
            .reversed()
            .thenComparingLong(NodeScore::pods)
            .thenComparing(NodeScore::name);

    private static final int HUNDREDTHS = 100;

    static NodeScore of(Attempt attempt, Node node) {
        PodRequests others = attempt.othersOn(node);
        Map<String, Quantity> allocatable = NodeFilter.allocatable(node);
        long cpu = free(
                NodeFilter.amount(allocatable, "cpu"),
                others.milliCpu() + attempt.requests().milliCpu());
        long memory = free(
                NodeFilter.amount(allocatable, "memory"),
                others.memory() + attempt.requests().memory());
        return new NodeScore((cpu + memory) / 2, others.pods(), node.metadata().name());
    }

    private static long free(long all, long used) {
        if (used > all || all == 0) {
            return 0;
        }
        return all < Long.MAX_VALUE / HUNDREDTHS ? (all - used) * HUNDREDTHS / all : (all - used) / (all / HUNDREDTHS);
    }
}
