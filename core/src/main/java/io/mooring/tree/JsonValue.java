package io.mooring.tree;

/**
 * An object, or a part of one, as plain data: what JSON and YAML can say, with nothing interpreted. Values are immutable
 * and equal by content; the order of an object's fields is kept for writing but does not count for equality.
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBool, JsonNull {

    /** Compact JSON text, fields in the order they were put in. */
    default String toJson() {
        StringBuilder out = new StringBuilder();
        JsonText.append(this, out);
        return out.toString();
    }

    /** The name of the JSON type, as error messages use it: {@code object}, {@code array}, {@code string}, ... */
    String typeName();
}
