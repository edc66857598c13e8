package io.mooring.yaml;

import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.math.BigInteger;
import java.util.Optional;

/** What a scalar turned out to be. */
sealed interface Resolved {
    /** As JSON says it; empty if JSON cannot. */
    Optional<JsonValue> json();

    /** As the name of a field; empty if it cannot be one. */
    Optional<String> key();

    record Text(String text) implements Resolved {
        @Override
        public Optional<JsonValue> json() {
            return Optional.of(new JsonString(text));
        }

        @Override
        public Optional<String> key() {
            return Optional.of(text);
        }
    }

    /** From -2^63 to 2^64-1. */
    record Whole(BigInteger value) implements Resolved {
        @Override
        public Optional<JsonValue> json() {
            return Optional.of(new JsonNumber(value.toString()));
        }

        /** Upstream has no word for a key beyond a signed 64 bits. */
        @Override
        public Optional<String> key() {
            return value.bitLength() < Long.SIZE ? Optional.of(value.toString()) : Optional.empty();
        }
    }

    record Real(double value) implements Resolved {
        @Override
        public Optional<JsonValue> json() {
            return Double.isFinite(value) ? Optional.of(new JsonNumber(GoNumbers.json(value))) : Optional.empty();
        }

        @Override
        public Optional<String> key() {
            return Optional.of(GoNumbers.key(value));
        }
    }

    enum Truth implements Resolved {
        FALSE,
        TRUE;

        @Override
        public Optional<JsonValue> json() {
            return Optional.of(JsonBool.of(this == TRUE));
        }

        @Override
        public Optional<String> key() {
            return Optional.of(this == TRUE ? "true" : "false");
        }
    }

    enum Nothing implements Resolved {
        NOTHING;

        @Override
        public Optional<JsonValue> json() {
            return Optional.of(JsonNull.NULL);
        }

        @Override
        public Optional<String> key() {
            return Optional.empty();
        }
    }

    /**
     * Not what its tag says.
     *
     * @param reason goes after the text: {@code is not a whole number}
     */
    record Unresolvable(String reason) implements Resolved {
        @Override
        public Optional<JsonValue> json() {
            return Optional.empty();
        }

        @Override
        public Optional<String> key() {
            return Optional.empty();
        }
    }
}
