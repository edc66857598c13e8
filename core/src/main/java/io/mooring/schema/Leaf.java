package io.mooring.schema;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value without parts; null reads as its zero.
 *
 * @param read empty if the JSON is of another type
 */
record Leaf<T>(String typeName, T zero, Function<JsonValue, Optional<T>> read, Function<T, JsonValue> write)
        implements Type<T> {
    @Override
    public Optional<T> read(JsonValue json, FieldPath path, List<DecodingProblem> problems) {
        if (json == JsonNull.NULL) {
            return Optional.of(zero);
        }
        Optional<T> value = read.apply(json);
        return value.isPresent() ? value : Types.wrongType(this, json, path, problems);
    }

    @Override
    public T of(JsonValue tree) {
        return read.apply(tree).orElse(zero);
    }

    @Override
    public JsonValue write(T value) {
        return write.apply(value);
    }
}
