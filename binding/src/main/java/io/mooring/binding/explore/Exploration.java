package io.mooring.binding.explore;

import io.mooring.binding.world.Cluster;
import java.util.List;

/**
 * Where a world may settle.
 *
 * @param ends the settled worlds, Mooring's own first
 * @param clustersSeen how many different worlds with more than one way on were looked at
 * @param isComplete false if the limit was reached, so that there may be more ends
 */
public record Exploration(List<Cluster> ends, int clustersSeen, boolean isComplete) {
    public Exploration {
        ends = List.copyOf(ends);
    }
}
