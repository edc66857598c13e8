package io.mooring.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.List;
import java.util.Random;

/** Where a story's choices come from: the fuzzer, or a seed. */
@FunctionalInterface
interface Choices {
    /** From zero to below this. */
    int below(int bound);

    default <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }

    static Choices of(FuzzedDataProvider data) {
        return bound -> data.consumeInt(0, bound - 1);
    }

    static Choices seeded(long seed) {
        return new Random(seed)::nextInt;
    }
}
