package io.mooring.yaml;

import io.mooring.names.Confidential;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.text.Excerpt;
import java.util.Optional;

/** What the problems of an object show of its values. */
enum Quoting {
    /** How they begin. */
    SHOWN {
        @Override
        String value(JsonValue value) {
            return Excerpt.of(value);
        }

        @Override
        String text(String text) {
            return text;
        }

        @Override
        String reason(String reason) {
            return reason;
        }

        @Override
        Optional<String> advice(Optional<String> advice) {
            return advice;
        }
    },

    /** Nothing but their type: the object is a Secret. */
    HIDDEN {
        @Override
        String value(JsonValue value) {
            return value.typeName();
        }

        @Override
        String text(String text) {
            return Confidential.MASK;
        }

        @Override
        String reason(String reason) {
            return "is not what the field takes";
        }

        @Override
        Optional<String> advice(Optional<String> advice) {
            return Optional.empty();
        }
    };

    static Quoting of(String kind) {
        return Confidential.isKind(kind) ? HIDDEN : SHOWN;
    }

    /** A value with its type. */
    abstract String value(JsonValue value);

    /** A text that cannot be read. */
    abstract String text(String text);

    /** Why it cannot, which may quote it. */
    abstract String reason(String reason);

    /** What may be meant, which may quote it. */
    abstract Optional<String> advice(Optional<String> advice);
}
