package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A line of a {@link Schema}: a field, fields that belong together, or a check over several.
 *
 * @param <T> the value
 * @param <B> its builder
 */
interface Line<T, B> {

    /** Reads a field of the line's. */
    default void read(String name, JsonValue value, FieldPath path, B into, List<DecodingProblem> problems) {}

    default void write(T from, JsonObject.Builder into) {}

    default boolean hasDefaults() {
        return false;
    }

    /** What the value's part is with its defaults; null if nothing is missing. */
    default @Nullable Object filled(T value) {
        return null;
    }

    default boolean hasAmounts() {
        return false;
    }

    /** What the value's part is with this made of its amounts; null if that changes nothing. */
    default @Nullable Object withAmounts(T value, UnaryOperator<Quantity> change) {
        return null;
    }

    /** The value with another part; null if that takes building it anew. */
    default @Nullable T with(T value, Object part) {
        return null;
    }

    /** Sets the other part, or the value's own where there is none. */
    default void copy(T from, @Nullable Object part, B into) {}

    default boolean hasChecks() {
        return false;
    }

    default void check(T value, ErrorsAt at) {}
}
