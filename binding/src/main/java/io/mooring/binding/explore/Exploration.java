package io.mooring.binding.explore;

import io.mooring.binding.world.Cluster;
import java.util.List;

/**
 * Where a cluster may settle.
 *
 * @param ends the settled clusters, Mooring's own first
 * @param clustersSeen how many different clusters with more than one successor were followed
 * @param isComplete false if the limit was reached, so that there may be more ends
 */
public record Exploration(List<Cluster> ends, int clustersSeen, boolean isComplete) {
    public Exploration {
        ends = List.copyOf(ends);
    }
}
