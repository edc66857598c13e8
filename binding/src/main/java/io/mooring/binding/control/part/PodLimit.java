package io.mooring.binding.control.part;

import io.mooring.binding.world.Cluster;
import io.mooring.workload.Pod;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * How many pods a cluster can have. Kubernetes supports 150,000 ("Considerations for large clusters"); beyond that upstream's
 * controllers go on until something gives way. Who keeps pods and asks for more than there is room for gets none of those
 * that are missing, and says so.
 */
public final class PodLimit {
    /** The most pods that Kubernetes supports. */
    public static final int MOST = 150_000;

    private PodLimit() {}

    /** Why there cannot be so many pods more; empty if there can. */
    public static Optional<String> refusal(Cluster cluster, long more) {
        if (more <= 0) {
            return Optional.empty();
        }
        long there = count(cluster);
        return there + more <= MOST
                ? Optional.empty()
                : Optional.of(more + " more pods are too many: a cluster can have " + MOST + " pods, and has " + there);
    }

    /**
     * A budget for who makes these many pods at once, and makes anew those that end: ten writes a pod, and as much as any other
     * controller. Pods that end as soon as they are made would be replaced for ever.
     *
     * @param pods of each of those that keep pods, how many
     */
    public static long budget(Cluster start, LongStream pods) {
        return 1_000
                + 4L * start.size()
                + 10 * pods.map(each -> Math.min(each, MOST)).sum();
    }

    private static long count(Cluster cluster) {
        return cluster.namespacesSeen(Pod.KIND).stream()
                .mapToLong(namespace -> cluster.list(Pod.KIND, namespace).size())
                .sum();
    }
}
