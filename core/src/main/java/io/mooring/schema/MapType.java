package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.style.collect.ImmutableMap;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A map from text to values of one type. */
record MapType<V>(Type<V> value) implements Type<Map<String, V>> {
    @Override
    public Map<String, V> zero() {
        return Map.of();
    }

    @Override
    public String typeName() {
        return "a map";
    }

    @Override
    public Optional<Map<String, V>> read(JsonValue json, FieldPath path, List<DecodingProblem> problems) {
        if (json == JsonNull.NULL) {
            return Optional.of(Map.of());
        }
        if (!(json instanceof JsonObject object)) {
            return Types.wrongType(this, json, path, problems);
        }
        ImmutableMap.Builder<String, V> entries =
                ImmutableMap.builder(object.fields().size());
        object.fields()
                .forEach((key, entry) ->
                        value.read(entry, path.key(key), problems).ifPresent(read -> entries.put(key, read)));
        return Optional.of(entries.build());
    }

    @Override
    public boolean hasAmounts() {
        return value.hasAmounts();
    }

    @Override
    public Map<String, V> withAmounts(Map<String, V> entries, UnaryOperator<Quantity> change) {
        if (!value.hasAmounts()) {
            return entries;
        }
        for (V entry : entries.values()) {
            if (value.withAmounts(entry, change) != entry) {
                Map<String, V> changed = new LinkedHashMap<>(entries);
                changed.replaceAll((key, each) -> value.withAmounts(each, change));
                return changed;
            }
        }
        return entries;
    }

    @Override
    public boolean hasChecks() {
        return value.hasChecks();
    }

    @Override
    public void check(Map<String, V> entries, ErrorsAt at) {
        entries.forEach((key, entry) -> value.check(entry, at.key(key)));
    }

    @Override
    public JsonValue write(Map<String, V> entries) {
        JsonObject.Builder object = JsonObject.builder();
        entries.forEach((key, entry) -> object.put(key, value.write(entry)));
        return object.build();
    }
}
