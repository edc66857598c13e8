package io.mooring.binding.explore;

import io.mooring.binding.world.Cluster;
import java.util.List;

/**
 * A way on which a property does not hold: of all that were found the one with the fewest looks by caches that lag, crashes
 * and unusual orders, and of those the shortest.
 *
 * @param broken the property
 * @param trace what happened, a line each
 * @param replay the way, for {@link Explorer#replay}
 * @param cluster where it led
 */
public record Counterexample(Property broken, List<String> trace, String replay, Cluster cluster) {
    public Counterexample {
        trace = List.copyOf(trace);
    }

    /** For a person; ends in a newline. */
    public String text() {
        StringBuilder text =
                new StringBuilder("Does not hold: ").append(broken.text()).append('\n');
        for (int i = 0; i < trace.size(); i++) {
            text.append(String.format("  %2d. %s%n", i + 1, trace.get(i)).replace("\r", ""));
        }
        return text.append("  replay: ").append(replay).append('\n').toString();
    }
}
