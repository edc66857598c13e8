package io.mooring.tree;

/** The JSON null: a field that is there and says nothing. */
public enum JsonNull implements JsonValue {
    NULL;

    @Override
    public String typeName() {
        return "null";
    }

    @Override
    public String toString() {
        return "null";
    }
}
