package io.mooring.binding.world;

import java.util.List;

/**
 * Where it matters how a settling goes on.
 *
 * @param cluster at the fork
 * @param ways one step further, Mooring's own first; none if the cluster is settled
 */
public record Fork(Cluster cluster, List<Cluster> ways) {
    public Fork {
        ways = List.copyOf(ways);
    }
}
