package io.mooring.binding.explain.claim;

import java.util.Comparator;

/**
 * One thing that a claim asks of a volume, by which it can be the wrong one.
 *
 * @param detail which access mode, which requirement of the selector; empty where there is one of the kind
 */
record Demand(Kind kind, String detail) implements Comparable<Demand> {
    private static final Comparator<Demand> ORDER =
            Comparator.comparing(Demand::kind).thenComparing(Demand::detail);

    /** In the order in which they are named where it does not matter which. */
    enum Kind {
        READABLE_SELECTOR,
        CLASS,
        CAPACITY,
        ACCESS_MODE,
        VOLUME_MODE,
        ATTRIBUTES_CLASS,
        LABEL,
        REACH,

        /** That nobody has it, that it is kept for nobody else, that it is Available and stays. */
        FREE
    }

    static Demand of(Kind kind) {
        return new Demand(kind, "");
    }

    @Override
    public int compareTo(Demand other) {
        return ORDER.compare(this, other);
    }
}
