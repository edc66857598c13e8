package io.mooring.tree;

import java.util.OptionalLong;

/**
 * A JSON number, as its source text: {@code 1}, {@code 1.0} and {@code 1e0} are three values, because Kubernetes reads
 * them differently (an integer field takes only the first).
 */
public record JsonNumber(String text) implements JsonValue {

    public static JsonNumber of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /** The value if the text is a whole number without fraction or exponent that fits a long; else empty. */
    public OptionalLong toLong() {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notWhole) {
            return OptionalLong.empty();
        }
    }

    @Override
    public String typeName() {
        return "number";
    }

    @Override
    public String toString() {
        return text;
    }
}
