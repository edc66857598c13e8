package io.mooring.yaml.node;

/** What a reading may still cost. Every node is paid for before it is kept. */
public final class Budget {
    private final int allowedNodes;
    private final int allowedDepth;
    private final int allowedScalarLength;
    private final int allowedKeyLength;
    private final SharedTexts texts;
    private long nodesLeft;

    /** The numbers are those of {@code io.mooring.yaml.Limits}, and go by their names there. */
    public Budget(int nodes, int depth, int scalarLength, int keyLength) {
        this(nodes, depth, scalarLength, keyLength, SharedTexts.NONE);
    }

    /** @param texts where those that are the same again and again cost nothing more */
    public Budget(int nodes, int depth, int scalarLength, int keyLength, SharedTexts texts) {
        this.texts = texts;
        this.allowedNodes = nodes;
        this.allowedDepth = depth;
        this.allowedScalarLength = scalarLength;
        this.allowedKeyLength = keyLength;
        this.nodesLeft = nodes;
    }

    public int allowedDepth() {
        return allowedDepth;
    }

    /** A text that is equal to this. */
    public String shared(String text) {
        return texts.shared(text);
    }

    /** True once more nodes were asked for than there were left. */
    public boolean isExhausted() {
        return nodesLeft < 0;
    }

    /**
     * Takes nodes away.
     *
     * @throws DocumentRefusal if there are not that many left
     */
    public void spendNodes(long count, LineColumn at) {
        nodesLeft -= Math.min(count, nodesLeft + 1);
        if (isExhausted()) {
            throw DocumentRefusal.overLimit("nodes", allowedNodes, at);
        }
    }

    /** Gives back what an attempt cost whose text is parsed again. */
    public void refundNodes(long count) {
        nodesLeft += count;
    }

    /**
     * Holds the depth to its limit.
     *
     * @throws DocumentRefusal if lists and maps lie too deep within one another
     */
    public void checkDepth(int depth, LineColumn at) {
        if (depth > allowedDepth) {
            throw DocumentRefusal.overLimit("depth", allowedDepth, at);
        }
    }

    /**
     * Holds the length of a text to its limit.
     *
     * @throws DocumentRefusal if the text is too long
     */
    public void checkScalar(String text, LineColumn at) {
        if (text.length() > allowedScalarLength) {
            throw DocumentRefusal.overLimit("scalarLength", allowedScalarLength, at);
        }
    }

    /**
     * Holds the length of a key to its limit.
     *
     * @throws DocumentRefusal if the key is too long
     */
    public void checkKey(String key, LineColumn at) {
        if (key.length() > allowedKeyLength) {
            throw DocumentRefusal.overLimit("keyLength", allowedKeyLength, at);
        }
    }
}
