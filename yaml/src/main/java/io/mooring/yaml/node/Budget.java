package io.mooring.yaml.node;

import io.mooring.tree.JsonString;

/** What a reading may still cost. Every node is paid for before it is kept. */
public final class Budget {
    private final Allowance allowed;
    private final SharedTexts texts = new SharedTexts();
    private final Account nodes;
    private Account ofObject;
    private final Account written;
    private final Account repeated;
    private final Account reparsed;

    public Budget(Allowance allowed) {
        this.allowed = allowed;
        this.nodes = new Account("nodes", allowed.nodes());
        this.ofObject = ofObject(allowed);
        this.written = new Account("writtenLength", allowed.writtenLength());
        this.repeated = new Account("repeatedLength", allowed.repeatedLength());
        this.reparsed = new Account("reparsedLength", allowed.reparsedLength());
    }

    private static Account ofObject(Allowance allowed) {
        return new Account("objectNodes", allowed.objectNodes());
    }

    /** What comes now is another object. */
    public void beginObject() {
        ofObject = ofObject(allowed);
    }

    public int allowedDepth() {
        return allowed.depth();
    }

    public int allowedScalarLength() {
        return allowed.scalarLength();
    }

    /** How many may still be spent, of the reading's and of the object's. */
    public long nodesLeft() {
        return Math.min(nodes.left(), ofObject.left());
    }

    /** A text that is equal to this, as a value; its text stands for this one too. */
    public JsonString shared(String text) {
        return texts.shared(text);
    }

    /** The same of the characters from {@code begin} to before {@code end}. */
    public JsonString shared(char[] characters, int begin, int end) {
        return texts.shared(characters, begin, end);
    }

    /** True once more was asked for than was left of what no document can do without. */
    public boolean isExhausted() {
        return nodes.isOverdrawn() || written.isOverdrawn();
    }

    /**
     * Takes nodes away.
     *
     * @throws DocumentRefusal if there are not that many left
     */
    public void spendNodes(long count, LineColumn at) {
        nodes.spend(count, at);
        ofObject.spend(count, at);
    }

    /** Gives back what an attempt cost whose text is parsed again. */
    public void refundNodes(long count) {
        nodes.refund(count);
        ofObject.refund(count);
    }

    /**
     * Takes away what it takes to write a value back.
     *
     * @throws DocumentRefusal if there is not that much left
     */
    public void spendWritten(long characters, LineColumn at) {
        written.spend(characters, at);
    }

    /**
     * Takes away what an alias repeats.
     *
     * @throws DocumentRefusal if there is not that much left
     */
    public void spendRepeated(long characters, LineColumn at) {
        repeated.spend(characters, at);
        written.spend(characters, at);
    }

    /**
     * Takes away what it takes to parse a text again.
     *
     * @throws DocumentRefusal if there is not that much left
     */
    public void spendReparsed(long characters, LineColumn at) {
        reparsed.spend(characters, at);
    }

    /**
     * Holds the depth to its limit.
     *
     * @throws DocumentRefusal if lists and maps lie too deep within one another
     */
    public void checkDepth(int depth, LineColumn at) {
        if (depth > allowed.depth()) {
            throw DocumentRefusal.overLimit("depth", allowed.depth(), at);
        }
    }

    /**
     * Holds the length of a text to its limit.
     *
     * @throws DocumentRefusal if the text is too long
     */
    public void checkScalar(String text, LineColumn at) {
        if (text.length() > allowed.scalarLength()) {
            throw DocumentRefusal.overLimit("scalarLength", allowed.scalarLength(), at);
        }
    }

    /**
     * Holds the length of a key to its limit.
     *
     * @throws DocumentRefusal if the key is too long
     */
    public void checkKey(String key, LineColumn at) {
        if (key.length() > allowed.keyLength()) {
            throw DocumentRefusal.overLimit("keyLength", allowed.keyLength(), at);
        }
    }
}
