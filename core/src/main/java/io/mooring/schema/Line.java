package io.mooring.schema;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
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

    /** The value with the part that was filled in; null if that takes building it anew. */
    default @Nullable T with(T value, Object filled) {
        return null;
    }

    /** Sets the part that was filled in, or the value's own where nothing was. */
    default void copy(T from, @Nullable Object filled, B into) {}

    default boolean hasChecks() {
        return false;
    }

    default void check(T value, ErrorsAt at) {}
}
