package io.mooring.tree;

/** A JSON truth value. */
public enum JsonBool implements JsonValue {
    FALSE,
    TRUE;

    public static JsonBool of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public boolean value() {
        return this == TRUE;
    }

    @Override
    public String typeName() {
        return "bool";
    }

    @Override
    public String toString() {
        return toJson();
    }
}
