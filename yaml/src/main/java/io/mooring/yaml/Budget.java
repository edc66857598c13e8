package io.mooring.yaml;

/** What is left of the limits that hold for a whole reading. */
final class Budget {
    private final Limits limits;
    private long nodes;

    Budget(Limits limits) {
        this.limits = limits;
        this.nodes = limits.nodes();
    }

    Limits limits() {
        return limits;
    }

    /** @throws Refusal if there are not that many left */
    void spendNodes(long count, Place place) {
        nodes -= Math.min(count, nodes + 1);
        if (nodes < 0) {
            throw new Refusal(new Problem.TooMuch(place, "nodes", limits.nodes()));
        }
    }

    /** Takes back what was spent on what is read again. */
    void restore(long count) {
        nodes += count;
    }

    /** Nothing more can be read. */
    boolean isSpent() {
        return nodes < 0;
    }

    /** @throws Refusal if {@code depth} is too deep */
    void checkDepth(int depth, Place place) {
        if (depth > limits.depth()) {
            throw new Refusal(new Problem.TooMuch(place, "depth", limits.depth()));
        }
    }

    /** @throws Refusal if the text is too long */
    void checkScalar(String text, Place place) {
        if (text.length() > limits.scalarLength()) {
            throw new Refusal(new Problem.TooMuch(place, "scalarLength", limits.scalarLength()));
        }
    }

    /** @throws Refusal if the key is too long */
    void checkKey(String key, Place place) {
        if (key.length() > limits.keyLength()) {
            throw new Refusal(new Problem.TooMuch(place, "keyLength", limits.keyLength()));
        }
    }
}
