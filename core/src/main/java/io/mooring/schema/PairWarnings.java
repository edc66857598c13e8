package io.mooring.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Warnings about two things that get in each other's way. Upstream compares every two of them; here it ends after a million
 * pairs, and after 1,000 warnings.
 */
public final class PairWarnings {
    private static final int MOST_PAIRS = 1_000_000;
    private static final int MOST_TOLD = 1000;

    private final List<String> warnings = new ArrayList<>();
    private int pairs;

    /** Compares one with those that came before it, in their order. */
    public <T> void compare(List<T> before, Function<T, Optional<String>> warning) {
        for (int i = 0; i < before.size() && pairs < MOST_PAIRS && warnings.size() < MOST_TOLD; i++) {
            warning.apply(before.get(i)).ifPresent(warnings::add);
            pairs++;
        }
    }

    /** A warning about one alone. */
    public void add(String warning) {
        warnings.add(warning);
    }

    public List<String> list() {
        return warnings;
    }
}
