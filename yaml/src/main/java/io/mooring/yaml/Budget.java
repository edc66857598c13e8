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

    /** Takes back what was spent on what is read again. */
    void restore(long count) {
        nodes += count;
    }

    /** Nothing more can be read. */
    boolean isSpent() {
        return nodes < 0;
    }

    /** @throws Refusal if there are not that many left */
    void spendNodes(long count, Place place, Position position) {
        nodes -= Math.min(count, nodes + 1);
        if (nodes < 0) {
            throw refusal("nodes", limits.nodes(), place, position);
        }
    }

    /** @throws Refusal if {@code depth} is too deep */
    void checkDepth(int depth, Place place, Position position) {
        if (depth > limits.depth()) {
            throw refusal("depth", limits.depth(), place, position);
        }
    }

    /** @throws Refusal if the text is too long */
    void checkScalar(String text, Place place, Position position) {
        if (text.length() > limits.scalarLength()) {
            throw refusal("scalarLength", limits.scalarLength(), place, position);
        }
    }

    /** @throws Refusal if the key is too long */
    void checkKey(String key, Place place, Position position) {
        if (key.length() > limits.keyLength()) {
            throw refusal("keyLength", limits.keyLength(), place, position);
        }
    }

    private static Refusal refusal(String limit, long allowed, Place place, Position position) {
        return new Refusal(new Problem.TooMuch(place.at(position), limit, allowed));
    }
}
