package io.mooring.testkit.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Where a {@link Generator} takes its choices from: a seed, a list of numbers, a fuzzer. Of every choice the first, 0, is the
 * simplest, so that smaller numbers make simpler values.
 *
 * <pre>{@code
 * Choices choices = Choices.seeded(7);
 * PersistentVolumeClaim claim = Claims.any().from(choices);
 *
 * Choices ofFuzzer = bound -> data.consumeInt(0, bound - 1);      // another engine
 * }</pre>
 */
@FunctionalInterface
public interface Choices {
    /** From 0 to below this, which is at least 1. */
    int below(int bound);

    /** Both included; the least is the simplest. */
    default int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** One of these; the first is the simplest. */
    default <T> T pick(List<? extends T> all) {
        return all.get(below(all.size()));
    }

    /** True so often in a hundred; false is the simplest. */
    default boolean chance(int percent) {
        return weighed(List.of(100 - percent, percent)) == 1;
    }

    /** The place of one of these, each as likely as it weighs; the first is the simplest. Their sum is at least 1. */
    default int weighed(List<Integer> weights) {
        int drawn = below(weights.stream().mapToInt(Integer::intValue).sum());
        int place = 0;
        while (drawn >= weights.get(place)) {
            drawn -= weights.get(place);
            place++;
        }
        return place;
    }

    /** Whether to go on: so often, on average, before it is false, which is the simplest. */
    default boolean more(int expected) {
        return weighed(List.of(1, expected)) == 1;
    }

    /** What the generator makes, as a part that a smaller value may do without. */
    default <T> T of(Generator<? extends T> generator) {
        return part(() -> generator.from(this));
    }

    /** What is chosen meanwhile belongs together: who looks for smaller values leaves it out as a whole. */
    default <T> T part(Supplier<? extends T> chosen) {
        return chosen.get();
    }

    /** So many of these, each a part; few are the simplest. */
    default <T> List<T> some(int least, int most, Generator<? extends T> generator) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < least; i++) {
            all.add(of(generator));
        }
        int expected = Math.max(1, (most - least) / 2);
        while (all.size() < most) {
            int before = all.size();
            part(() -> {
                if (more(expected)) {
                    all.add(generator.from(this));
                }
                return all;
            });
            if (all.size() == before) {
                break;
            }
        }
        return all;
    }

    /**
     * These numbers, one after the other, the larger ones cut down to what may be chosen; after the last, always 0. Of what is
     * weighed, a number is the place.
     */
    static Choices of(List<Integer> numbers) {
        return new ReadChoices(numbers);
    }

    /** The same for the same seed. */
    static Choices seeded(long seed) {
        return new SplittableRandom(seed)::nextInt;
    }

    /** What comes next of these. */
    static Choices of(Random random) {
        return random::nextInt;
    }
}
