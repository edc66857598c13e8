package io.mooring.testkit.story;

import io.mooring.binding.world.Cluster;
import java.util.List;

/**
 * What was done between two moments at which a cluster was settled.
 *
 * @param before as it was when the steps began
 * @param taken the steps, one after the other
 * @param after settled
 */
public record Passage(Cluster before, List<Taken> taken, Cluster after) {
    public Passage {
        taken = List.copyOf(taken);
    }

    /** The steps, those that were refused too. */
    public List<Step> steps() {
        return taken.stream().map(Taken::step).toList();
    }
}
