package io.mooring.binding.explore;

import java.util.Optional;

/**
 * What came of a search for a way on which a property does not hold.
 *
 * @param counterexample such a way; empty if none was found
 * @param worldsSeen how many different worlds were looked at
 * @param isComplete whether that was all of them within the bounds; true with a counterexample too, as it is one
 */
public record Checked(Optional<Counterexample> counterexample, int worldsSeen, boolean isComplete) {
    /** Whether every world was looked at, and everything holds in each. */
    public boolean holds() {
        return counterexample.isEmpty() && isComplete;
    }

    /** For a person; ends in a newline. */
    public String text() {
        return counterexample
                .map(Counterexample::text)
                .orElseGet(() -> isComplete
                        ? "Holds in all " + worldsSeen + " worlds.\n"
                        : "Not known: holds in " + worldsSeen + " worlds, and there are more.\n");
    }
}
