package io.mooring.tree;

/** A JSON string. */
public record JsonString(String value) implements JsonValue {
    @Override
    public String typeName() {
        return "string";
    }

    @Override
    public String toString() {
        return toJson();
    }
}
