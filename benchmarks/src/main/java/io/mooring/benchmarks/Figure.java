package io.mooring.benchmarks;

import java.util.Locale;

/**
 * What was measured of one piece of work.
 *
 * @param median in nanoseconds, or in bytes where the figure is of memory
 * @param least of all that was measured
 * @param most of all that was measured
 * @param allocated bytes a piece of work; not a number where nobody counted
 */
record Figure(double median, double least, double most, double allocated) {
    private static final double THOUSAND = 1000;

    static Figure of(double value) {
        return new Figure(value, value, value, Double.NaN);
    }

    /** Of one of so many pieces. */
    Figure each(int pieces) {
        return new Figure(median / pieces, least / pieces, most / pieces, allocated / pieces);
    }

    /** {@code 12.3 ns (11.9 to 14.0)}. */
    String time() {
        return least == most ? time(median) : time(median) + " (" + time(least) + " to " + time(most) + ")";
    }

    static String time(double nanos) {
        if (nanos < THOUSAND) {
            return number(nanos) + " ns";
        }
        if (nanos < THOUSAND * THOUSAND) {
            return number(nanos / THOUSAND) + " µs";
        }
        return nanos < THOUSAND * THOUSAND * THOUSAND
                ? number(nanos / THOUSAND / THOUSAND) + " ms"
                : number(nanos / THOUSAND / THOUSAND / THOUSAND) + " s";
    }

    /** {@code 1,234 B}. */
    static String bytes(double bytes) {
        return String.format(Locale.ROOT, "%,.0f B", bytes);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
