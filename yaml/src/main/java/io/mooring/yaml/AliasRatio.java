package io.mooring.yaml;

/**
 * How much of a document comes from aliases, counted as upstream's decoder counts, and refused where it refuses: beyond a
 * hundred repeated nodes in more than a thousand, if they make up too large a part.
 */
final class AliasRatio {
    private static final long FEW_REPEATED = 100;
    private static final long FEW_NODES = 1000;
    private static final double SMALL = 400_000;
    private static final double LARGE = 4_000_000;

    /** The document itself counts as one. */
    private long nodes = 1;

    private long repeated;

    long nodes() {
        return nodes;
    }

    void count() {
        nodes++;
    }

    /** Counts what an alias repeats and says whether that is too much. */
    boolean isExcessiveAfter(long count) {
        nodes += count;
        repeated += count;
        return repeated > FEW_REPEATED && nodes > FEW_NODES && (double) repeated / nodes > allowed();
    }

    /** 99% of a document of up to 400,000 nodes, falling to 10% of one of 4,000,000. */
    private double allowed() {
        double excess = Math.min(1, Math.max(0, (nodes - SMALL) / (LARGE - SMALL)));
        return 0.99 - 0.89 * excess;
    }
}
