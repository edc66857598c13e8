package io.mooring.benchmarks;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What a row must reach.
 *
 * @param text for a person
 * @param isReached empty figures are never asked
 */
record Limit(String text, BiPredicate<Row, Figures> isReached) {
    static final Limit NONE = new Limit("", (row, figures) -> true);

    static Limit nanos(double most) {
        return new Limit(
                Figure.time(most), (row, figures) -> row.figure(figures).median() <= most);
    }

    static Limit bytes(double most) {
        return new Limit(
                Figure.bytes(most), (row, figures) -> row.figure(figures).median() <= most);
    }

    static Limit allocating(double most) {
        return new Limit(
                Figure.bytes(most) + " allocated",
                (row, figures) -> row.figure(figures).allocated() < most + 1);
    }

    /** So many times what this other figure is. */
    static Limit times(double factor, String other) {
        return new Limit(
                times(factor) + " " + other,
                (row, figures) -> row.figure(figures).median()
                        <= factor
                                * row.other(figures, other).map(Figure::median).orElse(Double.POSITIVE_INFINITY));
    }

    /** The same for the bytes that are allocated. */
    static Limit timesAllocated(double factor, String other) {
        return new Limit(
                times(factor) + " its bytes",
                (row, figures) -> row.figure(figures).allocated()
                        <= factor
                                * row.other(figures, other)
                                        .map(Figure::allocated)
                                        .orElse(Double.POSITIVE_INFINITY));
    }

    private static String times(double factor) {
        return String.format(Locale.ROOT, "%.1f x", factor);
    }

    /** No slower than the fastest of the others, but for what two runs of the same differ by. */
    static Limit best() {
        return new Limit("the best of them", (row, figures) -> {
            Optional<Double> best = row.others().keySet().stream()
                    .flatMap(other -> row.other(figures, other).stream())
                    .map(Figure::median)
                    .min(Double::compare);
            return row.figure(figures).median() <= 1.1 * best.orElse(Double.POSITIVE_INFINITY);
        });
    }

    Limit and(Limit other) {
        return new Limit(text + ", " + other.text, isReached.and(other.isReached));
    }
}
