package io.mooring.yaml.scalar;

import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.math.BigInteger;
import java.util.Optional;

/** A scalar after its tag, or its looks, have decided what it is. */
public sealed interface ResolvedScalar {
    /** The value in JSON; empty if JSON cannot say it. */
    Optional<JsonValue> json();

    /** The name of the field where the scalar is a key; empty if it cannot be one. */
    Optional<String> key();

    /** Why {@link #json()} is empty, as what goes after the scalar's text: {@code is not a whole number}. */
    default String fault() {
        return "is not a number in JSON";
    }

    /** {@code !!str}. */
    record Text(String text) implements ResolvedScalar {
        @Override
        public Optional<JsonValue> json() {
            return Optional.of(new JsonString(text));
        }

        @Override
        public Optional<String> key() {
            return Optional.of(text);
        }
    }

    /** {@code !!int}, from -2^63 to 2^64-1. */
    record Whole(BigInteger value) implements ResolvedScalar {
        @Override
        public Optional<JsonValue> json() {
            return Optional.of(new JsonNumber(value.toString()));
        }

        /** Models {@code convertToJSONableObject} of sigs.k8s.io/yaml, which knows no keys of type uint64. */
        @Override
        public Optional<String> key() {
            return value.bitLength() < Long.SIZE ? Optional.of(value.toString()) : Optional.empty();
        }
    }

    /** {@code !!float}; JSON has no infinity and no NaN. */
    record Fraction(double value) implements ResolvedScalar {
        @Override
        public Optional<JsonValue> json() {
            return Double.isFinite(value) ? Optional.of(new JsonNumber(GoFloats.json(value))) : Optional.empty();
        }

        @Override
        public Optional<String> key() {
            return Optional.of(GoFloats.key(value));
        }
    }

    /** {@code !!bool}. */
    enum Truth implements ResolvedScalar {
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

    /** {@code !!null}. */
    enum Null implements ResolvedScalar {
        NULL;

        @Override
        public Optional<JsonValue> json() {
            return Optional.of(JsonNull.NULL);
        }

        @Override
        public Optional<String> key() {
            return Optional.empty();
        }
    }

    /** Not what its tag says. */
    record Invalid(String fault) implements ResolvedScalar {
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
