package io.mooring.tree;

/**
 * An object, or a part of one, as plain data: what JSON and YAML can say, with nothing interpreted. Values are immutable
 * and equal by content; the order of an object's fields is kept for writing but does not count for equality.
 *
 * <p>No tree is deeper than {@link #MOST_DEPTH}, so that every tree can be compared, merged, read, written and shown: one that
 * would be is refused with an IllegalArgumentException when it is put together.
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBool, JsonNull {

    /** How many objects and arrays may lie within one another: twice as many as are read by default. */
    int MOST_DEPTH = 512;

    /** How many objects and arrays lie within one another, this one included; 0 for any other value. */
    default int depth() {
        return 0;
    }

    /** Compact JSON text, fields in the order they were put in. */
    default String toJson() {
        StringBuilder out = new StringBuilder();
        JsonText.append(this, out);
        return out.toString();
    }

    /** The name of the JSON type, as error messages use it: {@code object}, {@code array}, {@code string}, ... */
    String typeName();
}
