package io.mooring.testkit.choice;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a value for which something does not hold, and makes it as simple as it can: for those who use no engine such as
 * jqwik. The same seed gives the same answer.
 *
 * <pre>{@code
 * Falsifier.DEFAULT.withTries(1000).check(Stories.any(), story -> story.check(Laws.all()));
 * }</pre>
 *
 * @param seed where the search begins
 * @param tries how many values are looked at
 * @param simplifications how many simpler values are tried at most
 */
public record Falsifier(long seed, int tries, int simplifications) {
    /** From seed 1, a hundred values; up to 2,000 simpler ones. */
    public static final Falsifier DEFAULT = new Falsifier(1, 100, 2_000);

    public Falsifier withSeed(long other) {
        return new Falsifier(other, tries, simplifications);
    }

    public Falsifier withTries(int other) {
        return new Falsifier(seed, other, simplifications);
    }

    /**
     * Throws what was thrown for the simplest value that was found for which something is thrown.
     *
     * @param holds throws if it does not
     */
    public <T> void check(Generator<? extends T> generator, Consumer<? super T> holds) {
        falsify(generator, holds).ifPresent(Falsified::rethrow);
    }

    /** The simplest value that was found for which something is thrown; empty if there was none. */
    public <T> Optional<Falsified<T>> falsify(Generator<? extends T> generator, Consumer<? super T> holds) {
        for (int number = 0; number < tries; number++) {
            Sample<T> sample = Sample.of(generator, Choices.seeded(seed + number));
            Throwable thrown = thrown(sample, holds);
            if (thrown != null) {
                return Optional.of(
                        simplified(new Falsified<>(sample.value(), sample.value(), thrown, 0), sample, holds));
            }
        }
        return Optional.empty();
    }

    private <T> Falsified<T> simplified(Falsified<T> found, Sample<T> start, Consumer<? super T> holds) {
        Falsified<T> simplest = found;
        Sample<T> current = start;
        int left = simplifications;
        while (left > 0) {
            Sample<T> next = null;
            for (Sample<T> each : (Iterable<Sample<T>>) current.simpler()::iterator) {
                left--;
                Throwable thrown = thrown(each, holds);
                if (thrown != null) {
                    simplest = new Falsified<>(each.value(), found.original(), thrown, simplest.steps() + 1);
                    next = each;
                }
                if (next != null || left == 0) {
                    break;
                }
            }
            if (next == null) {
                break;
            }
            current = next;
        }
        return simplest;
    }

    private static <T> @Nullable Throwable thrown(Sample<T> sample, Consumer<? super T> holds) {
        try {
            holds.accept(sample.value());
            return null;
        } catch (RuntimeException | AssertionError broken) {
            return broken;
        }
    }
}
