package io.mooring.yaml.located;

import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.text.WrittenText;

/** Pays for writing a document back, part by part, as it is built. */
public final class WritingCost {
    /** What a line is indented by for each list and map that its value lies in. */
    static final int INDENTATION = 2;

    /** As a value an item of a list may have fields that are always written: an empty template of a claim takes 130 characters. */
    private static final int LEAST_OF_OBJECT = 128;

    private final Budget budget;
    private long written;

    public WritingCost(Budget budget) {
        this.budget = budget;
    }

    /** The characters so far. */
    public long written() {
        return written;
    }

    /** Of a value without parts. */
    public void payScalar(JsonValue value, int depth, LineColumn at) {
        pay(WrittenText.length(value), depth, at);
    }

    /** Of a list or an object, without its parts. */
    public void payCollection(int depth, LineColumn at) {
        pay(0, depth, at);
    }

    /**
     * What an item of a list takes more than its parts did: nothing where an object is wanted is an empty one.
     *
     * @param before the characters before the item
     * @param at where the item stands
     */
    public void payItem(JsonValue item, long before, LineColumn at) {
        if (item instanceof JsonObject || item instanceof JsonNull) {
            pay(Math.max(0, LEAST_OF_OBJECT - (written - before)), 0, at);
        }
    }

    /** Of the name of a field. */
    public void payName(String name, LineColumn at) {
        pay(WrittenText.length(name), 0, at);
    }

    /** Of the name of a field that an alias repeats. */
    void payRepeatedName(String name, LineColumn at) {
        payRepeated(WrittenText.length(name), at);
    }

    /** Of what an alias repeats. */
    void payRepeated(long length, LineColumn at) {
        written += length;
        budget.spendRepeated(length, at);
    }

    private void pay(long characters, int depth, LineColumn at) {
        long length = characters + INDENTATION * (long) depth;
        written += length;
        budget.spendWritten(length, at);
    }
}
