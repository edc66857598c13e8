package io.mooring.yaml.located;

/**
 * How much of a document is repeated by aliases. Models {@code allowedAliasRatio} of go.yaml.in/yaml v2.4, which counts
 * nodes as they are decoded and refuses a document once aliases made more than a hundred of more than a thousand, and too
 * large a share of all.
 */
final class AliasShare {
    private static final long FEW_REPEATED = 100;
    private static final long FEW_NODES = 1000;
    private static final double SMALL_DOCUMENT = 400_000;
    private static final double LARGE_DOCUMENT = 4_000_000;
    private static final double ALLOWED_IN_SMALL = 0.99;
    private static final double ALLOWED_IN_LARGE = 0.10;

    /** Upstream counts the document itself as a node. */
    private long nodes = 1;

    private long repeated;

    long nodes() {
        return nodes;
    }

    void countNode() {
        nodes++;
    }

    void countRepeated(long count) {
        nodes += count;
        repeated += count;
    }

    boolean isTooLarge() {
        return repeated > FEW_REPEATED && nodes > FEW_NODES && (double) repeated / nodes > allowed();
    }

    /** Falls evenly from the share of a small document to that of a large one. */
    private double allowed() {
        double size = (nodes - SMALL_DOCUMENT) / (LARGE_DOCUMENT - SMALL_DOCUMENT);
        double largeness = Math.min(1, Math.max(0, size));
        return ALLOWED_IN_SMALL - (ALLOWED_IN_SMALL - ALLOWED_IN_LARGE) * largeness;
    }
}
