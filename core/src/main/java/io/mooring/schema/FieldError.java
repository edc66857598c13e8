package io.mooring.schema;

import io.mooring.tree.FieldPath;
import java.util.Optional;

/**
 * One thing that is wrong with a field. Models {@code field.Error} of apimachinery's {@code util/validation/field}.
 *
 * @param badValue the offending value as printed; empty where the API server prints none
 * @param message the API server's text after the field: {@code Invalid value: "x": must be an absolute path}
 * @param advice what to do about it, where there is a known fix; Mooring's own words
 */
public record FieldError(
        FieldPath field, Kind kind, Optional<String> badValue, String message, Optional<String> advice) {

    /** All that it says. */
    String text() {
        return field + ": " + message + badValue.orElse("") + advice.orElse("");
    }

    /** What a message begins with. Models {@code field.ErrorType}. */
    public enum Kind {
        NOT_FOUND("Not found"),
        REQUIRED("Required value"),
        DUPLICATE("Duplicate value"),
        INVALID("Invalid value"),
        NOT_SUPPORTED("Unsupported value"),
        FORBIDDEN("Forbidden"),
        TOO_LONG("Too long"),
        TOO_MANY("Too many");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What the message begins with. */
        String words() {
            return words;
        }
    }
}
