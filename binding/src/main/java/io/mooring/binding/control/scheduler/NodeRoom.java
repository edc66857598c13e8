package io.mooring.binding.control.scheduler;

import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import java.util.Comparator;
import java.util.Map;

/**
 * How much room a node has, for ranking nodes: the larger part of cores and memory free goes first, then fewer pods, then
 * the name. Models {@code LeastAllocated} of the scheduler, with one more plain pod on the node, whatever the pod in question asks for.
 *
 * @param free hundredths that are left of cores and of memory, added up
 * @param pods how many run there or have room kept for them
 */
record NodeRoom(long free, long pods, String name) implements Comparable<NodeRoom> {
    private static final Comparator<NodeRoom> MOST_FIRST = Comparator.comparingLong((NodeRoom room) -> -room.free())
            .thenComparingLong(NodeRoom::pods)
            .thenComparing(NodeRoom::name);

    private static final int HUNDREDTHS = 100;

    static NodeRoom of(Node node, PodRequests requests) {
        Map<String, Quantity> all = PodRequests.allocatable(node);
        long cpu = free(amount(all, "cpu"), requests.milliCpu() + PodRequests.DEFAULT_MILLI_CPU);
        long memory = free(amount(all, "memory"), requests.memory() + PodRequests.DEFAULT_MEMORY);
        return new NodeRoom(cpu + memory, requests.pods(), node.metadata().name());
    }

    private static long amount(Map<String, Quantity> all, String resource) {
        Quantity quantity = all.get(resource);
        return quantity == null ? 0 : PodRequests.amount(resource, quantity);
    }

    private static long free(long all, long used) {
        if (used > all || all == 0) {
            return 0;
        }
        return all < Long.MAX_VALUE / HUNDREDTHS ? (all - used) * HUNDREDTHS / all : (all - used) / (all / HUNDREDTHS);
    }

    @Override
    public int compareTo(NodeRoom other) {
        return MOST_FIRST.compare(this, other);
    }
}
