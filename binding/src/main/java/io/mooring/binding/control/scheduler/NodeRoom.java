package io.mooring.binding.control.scheduler;

import io.mooring.node.Node;
import java.math.BigInteger;

/**
 * How much room a node has, for ranking nodes: the larger part of cores and memory free goes first, then fewer pods, then
 * the name. Models {@code LeastAllocated} of the scheduler, with one more plain pod on the node, whatever the pod in question asks for.
 *
 * @param free hundredths that are left of cores and of memory, added up
 * @param pods how many run there or have room kept for them
 */
record NodeRoom(long free, long pods, String name) implements Comparable<NodeRoom> {
    private static final BigInteger HUNDREDTHS = BigInteger.valueOf(100);

    static NodeRoom of(Node node, PodRequests requests) {
        long cpu =
                free(PodRequests.allocatable(node, "cpu"), requests.milliCpu().add(PodRequests.DEFAULT_MILLI_CPU));
        long memory =
                free(PodRequests.allocatable(node, "memory"), requests.memory().add(PodRequests.DEFAULT_MEMORY));
        return new NodeRoom(cpu + memory, requests.pods(), node.metadata().name());
    }

    private static long free(BigInteger all, BigInteger used) {
        return all.signum() <= 0 || used.compareTo(all) > 0
                ? 0
                : all.subtract(used).multiply(HUNDREDTHS).divide(all).longValue();
    }

    @Override
    public int compareTo(NodeRoom other) {
        if (free != other.free) {
            return free > other.free ? -1 : 1;
        }
        return pods != other.pods ? Long.compare(pods, other.pods) : name.compareTo(other.name);
    }
}
