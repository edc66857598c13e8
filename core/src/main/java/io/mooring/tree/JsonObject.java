package io.mooring.tree;

import io.mooring.style.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object. Fields keep the order they were put in; a field put twice keeps its first place and its last value. One that
 * would be deeper than {@link JsonValue#MOST_DEPTH} is refused with an IllegalArgumentException.
 *
 * <pre>{@code
 * JsonObject patch = JsonObject.of("spec", JsonObject.of("replicas", JsonNumber.of(3)));
 * patch.at("spec", "replicas"); // 3
 * patch.toJson(); // {"spec":{"replicas":3}}
 * }</pre>
 */
public final class JsonObject implements JsonValue {
    /** The object without fields. */
    public static final JsonObject EMPTY = new JsonObject(ImmutableMap.of());

    private final ImmutableMap<String, JsonValue> fields;

    private final int depth;

    private JsonObject(ImmutableMap<String, JsonValue> fields) {
        this.fields = fields;
        this.depth = Depth.above(fields.values());
    }

    private static JsonObject ofFields(ImmutableMap<String, JsonValue> fields) {
        return fields.isEmpty() ? EMPTY : new JsonObject(fields);
    }

    /** The object with the fields of {@code fields}, in its iteration order. */
    public static JsonObject of(Map<String, ? extends JsonValue> fields) {
        return ofFields(ImmutableMap.copyOf(fields));
    }

    /** The object with this one field. */
    public static JsonObject of(String name, JsonValue value) {
        return new JsonObject(ImmutableMap.of(name, value));
    }

    /**
     * The object of a plain map, such as another model's or a YAML library's: maps, lists, arrays, texts, numbers, truth values
     * and null in it. An enum counts as its name.
     *
     * <pre>{@code
     * JsonObject.fromMap(Map.of("kind", "ConfigMap", "data", Map.of("size", 3)));
     * }</pre>
     *
     * @throws IllegalArgumentException if something in it is none of these, a key is no text, a number is not
     *     finite, or it is too deep; the message says where
     */
    public static JsonObject fromMap(Map<?, ?> map) {
        return PlainData.object(map);
    }

    /**
     * A plain map that says the same, for another model: maps, lists, texts, truth values, null, and numbers as Long, as
     * BigInteger if they are longer, and as BigDecimal if they have a point or an exponent. In the same order; not
     * unmodifiable, and nobody else's.
     */
    public Map<String, @Nullable Object> toMap() {
        return PlainData.map(this);
    }

    public static Builder builder() {
        return new Builder(ImmutableMap.builder());
    }

    /** A builder of an object of so many fields, if that is known; they may be more or less. */
    public static Builder builder(int size) {
        return new Builder(ImmutableMap.builder(size));
    }

    /** The fields, unmodifiable, in order. */
    public Map<String, JsonValue> fields() {
        return fields;
    }

    /** The field's value; empty if there is no such field. A field that is null is there, as {@link JsonNull}. */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The value at the end of these names, as long as each but the last is an object; else empty. */
    public Optional<JsonValue> at(String... names) {
        Optional<JsonValue> value = Optional.of(this);
        for (String name : names) {
            value = value.filter(JsonObject.class::isInstance).flatMap(object -> ((JsonObject) object).get(name));
        }
        return value;
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** This object with the field set: in its old place if it was there, else at the end. */
    public JsonObject with(String name, JsonValue value) {
        return new JsonObject(fields.with(name, value));
    }

    /** This object with the field set unless it is there already. */
    public JsonObject withDefault(String name, JsonValue value) {
        return has(name) ? this : with(name, value);
    }

    /** This object without the field. */
    public JsonObject without(String name) {
        return has(name) ? ofFields(fields.without(name)) : this;
    }

    public Builder toBuilder() {
        return builder(fields.size() + 1).putAll(this);
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public String typeName() {
        return "object";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject object && fields.equals(object.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }

    /** Collects fields in order. */
    public static final class Builder {
        private final ImmutableMap.Builder<String, JsonValue> fields;

        private Builder(ImmutableMap.Builder<String, JsonValue> fields) {
            this.fields = fields;
        }

        public Builder put(String name, JsonValue value) {
            fields.put(name, value);
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, new JsonString(value));
        }

        public Builder putAll(JsonObject other) {
            fields.putAll(other.fields);
            return this;
        }

        public boolean has(String name) {
            return fields.containsKey(name);
        }

        public JsonObject build() {
            return ofFields(fields.build());
        }
    }
}
