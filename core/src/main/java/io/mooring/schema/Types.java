package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormatException;
import io.mooring.style.collect.ImmutableList;
import io.mooring.style.collect.ImmutableMap;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The types of everything that is not an object of named fields. */
public final class Types {
    /** Text; null reads as {@code ""}. */
    public static final Type<String> STRING = named(Function.identity(), Function.identity());

    /** A truth value; null reads as false. */
    public static final Type<Boolean> BOOL = new Leaf<>(
            "true or false",
            false,
            json -> json instanceof JsonBool bool ? Optional.of(bool.value()) : Optional.empty(),
            JsonBool::of);

    /** A 32-bit whole number; null reads as 0. */
    public static final Type<Integer> INT = wholeNumber(Integer.SIZE, value -> (int) value);

    /** A 64-bit whole number; null reads as 0. */
    public static final Type<Long> LONG = wholeNumber(Long.SIZE, Long::valueOf);

    /** An amount, given as text or as a number; null reads as 0. */
    public static final Type<Quantity> QUANTITY = new QuantityType();

    /** A moment in whole seconds, as RFC 3339; null reads as the zero time, which writes as null. */
    public static final Type<Instant> TIME = new TimeType();

    /** A 32-bit whole number or text, kept as it is; null reads as 0. */
    public static final Type<JsonValue> INT_OR_STRING =
            new Leaf<>("a 32-bit whole number or a string", JsonNumber.of(0), Types::intOrString, Function.identity());

    /** Anything, kept as it is. */
    public static final Type<JsonValue> ANY = new Leaf<>("anything", JsonNull.NULL, Optional::of, Function.identity());

    /** An object, kept as it is; null reads as the empty object. */
    public static final Type<JsonObject> OBJECT = new Leaf<>(
            "an object",
            JsonObject.EMPTY,
            json -> json instanceof JsonObject object ? Optional.of(object) : Optional.empty(),
            object -> object);

    private Types() {}

    /** Text with a type of its own, such as an open enumeration; null reads as the empty text. */
    public static <T> Type<T> named(Function<String, T> of, Function<T, String> value) {
        return new Leaf<>(
                "a string",
                of.apply(""),
                json -> json instanceof JsonString string ? Optional.of(of.apply(string.value())) : Optional.empty(),
                text -> new JsonString(value.apply(text)));
    }

    /** The same, where most texts are those of a few constants: these are what is read of them, so that none is there twice. */
    public static <T> Type<T> named(Function<String, T> of, Function<T, String> value, List<T> constants) {
        Map<String, T> known = constants.stream().collect(Collectors.toMap(value, Function.identity()));
        return named(
                text -> {
                    T constant = known.get(text);
                    return constant != null ? constant : of.apply(text);
                },
                value);
    }

    /** A list; null and absent read as empty, a null item as the item's zero. */
    public static <T> Type<List<T>> list(Type<T> item) {
        return new ListType<>(item);
    }

    /** A map with text keys in the order given; null and absent read as empty, a null value as the value's zero. */
    public static <V> Type<Map<String, V>> map(Type<V> value) {
        return new MapType<>(value);
    }

    /** The type's values as trees: what it reads, fills in and checks holds for them too. */
    public static <T> Type<JsonObject> tree(Schema<T> schema) {
        return new TreeOf<>(schema);
    }

    static <T> Optional<T> wrongType(Type<?> type, JsonValue value, FieldPath path, List<DecodingProblem> problems) {
        problems.add(new DecodingProblem.WrongType(path, type.typeName(), value));
        return Optional.empty();
    }

    private static <T extends Number> Type<T> wholeNumber(int bits, LongFunction<T> of) {
        long most = Long.MAX_VALUE >> (Long.SIZE - bits);
        return new Leaf<>(
                "a " + bits + "-bit whole number",
                of.apply(0L),
                json -> {
                    OptionalLong value = json instanceof JsonNumber number ? number.toLong() : OptionalLong.empty();
                    return value.isPresent() && value.getAsLong() <= most && value.getAsLong() >= -most - 1
                            ? Optional.of(of.apply(value.getAsLong()))
                            : Optional.empty();
                },
                value -> JsonNumber.of(value.longValue()));
    }

    private static Optional<JsonValue> intOrString(JsonValue json) {
        boolean isEither =
                json instanceof JsonString || INT.decode(json).value().isPresent();
        return isEither ? Optional.of(json) : Optional.empty();
    }

    /**
     * A value without parts; null reads as its zero.
     *
     * @param read empty if the JSON is of another type
     */
    private record Leaf<T>(String typeName, T zero, Function<JsonValue, Optional<T>> read, Function<T, JsonValue> write)
            implements Type<T> {
        @Override
        public Optional<T> read(JsonValue json, FieldPath path, List<DecodingProblem> problems) {
            if (json == JsonNull.NULL) {
                return Optional.of(zero);
            }
            Optional<T> value = read.apply(json);
            return value.isPresent() ? value : wrongType(this, json, path, problems);
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

    private record QuantityType() implements Type<Quantity> {
        @Override
        public Quantity zero() {
            return Quantity.ZERO;
        }

        @Override
        public String typeName() {
            return "a quantity";
        }

        @Override
        public Optional<Quantity> read(JsonValue json, FieldPath path, List<DecodingProblem> problems) {
            if (json == JsonNull.NULL) {
                return Optional.of(Quantity.ZERO);
            }
            // Upstream hands any JSON to the parser as text, so true, [] and {} are bad quantities and not wrong types.
            String text = json instanceof JsonString string ? string.value() : json.toJson();
            try {
                return Optional.of(Quantity.decode(text));
            } catch (QuantityFormatException e) {
                String suggestions = String.join(" or ", e.problem().suggestions());
                problems.add(new DecodingProblem.BadText(
                        path,
                        text,
                        e.upstreamMessage(),
                        suggestions.isEmpty() ? Optional.empty() : Optional.of("did you mean " + suggestions + "?")));
                return Optional.empty();
            }
        }

        /** What has no suffix that is large enough is written so that nothing of it is lost. */
        @Override
        public JsonValue write(Quantity value) {
            return new JsonString(value.toExactString());
        }

        @Override
        public boolean hasAmounts() {
            return true;
        }

        @Override
        public Quantity withAmounts(Quantity value, UnaryOperator<Quantity> change) {
            return change.apply(value);
        }
    }

    private record TimeType() implements Type<Instant> {
        private static final String ADVICE = "write it as 2006-01-02T15:04:05Z";
        private static final Instant NONE =
                OffsetDateTime.parse("0001-01-01T00:00:00Z").toInstant();

        @Override
        public Instant zero() {
            return NONE;
        }

        @Override
        public String typeName() {
            return "a time";
        }

        @Override
        public Optional<Instant> read(JsonValue json, FieldPath path, List<DecodingProblem> problems) {
            if (json == JsonNull.NULL) {
                return Optional.of(NONE);
            }
            if (!(json instanceof JsonString string)) {
                return wrongType(this, json, path, problems);
            }
            try {
                return Optional.of(Rfc3339.parse(string.value()));
            } catch (DateTimeException e) {
                problems.add(new DecodingProblem.BadText(
                        path, string.value(), String.valueOf(e.getMessage()), Optional.of(ADVICE)));
                return Optional.empty();
            }
        }

        @Override
        public JsonValue write(Instant value) {
            return value.equals(NONE) ? JsonNull.NULL : new JsonString(Rfc3339.text(value));
        }
    }

    private record ListType<T>(Type<T> item) implements Type<List<T>> {
        @Override
        public List<T> zero() {
            return List.of();
        }

        @Override
        public String typeName() {
            return "a list";
        }

        @Override
        public Optional<List<T>> read(JsonValue json, FieldPath path, List<DecodingProblem> problems) {
            if (json == JsonNull.NULL) {
                return Optional.of(List.of());
            }
            if (!(json instanceof JsonArray array)) {
                return wrongType(this, json, path, problems);
            }
            ImmutableList.Builder<T> items = ImmutableList.builder(array.items().size());
            for (int i = 0; i < array.items().size(); i++) {
                item.read(array.items().get(i), path.index(i), problems).ifPresent(items::add);
            }
            return Optional.of(items.build());
        }

        @Override
        public List<T> of(JsonValue tree) {
            if (!(tree instanceof JsonArray array)) {
                return List.of();
            }
            List<T> items = new ArrayList<>(array.items().size());
            for (JsonValue each : array.items()) {
                items.add(item.of(each));
            }
            return items;
        }

        @Override
        public boolean hasDefaults() {
            return item.hasDefaults();
        }

        @Override
        public List<T> withDefaults(List<T> value) {
            return item.hasDefaults() ? changed(value, item::withDefaults) : value;
        }

        private List<T> changed(List<T> value, UnaryOperator<T> change) {
            List<T> changed = new ArrayList<>(value.size());
            boolean isChanged = false;
            for (T each : value) {
                T after = change.apply(each);
                isChanged |= after != each;
                changed.add(after);
            }
            return isChanged ? changed : value;
        }

        @Override
        public boolean hasAmounts() {
            return item.hasAmounts();
        }

        @Override
        public List<T> withAmounts(List<T> value, UnaryOperator<Quantity> change) {
            return item.hasAmounts() ? changed(value, each -> item.withAmounts(each, change)) : value;
        }

        @Override
        public boolean hasChecks() {
            return item.hasChecks();
        }

        @Override
        public void check(List<T> value, ErrorsAt at) {
            for (int i = 0; i < value.size(); i++) {
                item.check(value.get(i), at.index(i));
            }
        }

        @Override
        public JsonValue write(List<T> value) {
            List<JsonValue> items = new ArrayList<>(value.size());
            for (T each : value) {
                items.add(item.write(each));
            }
            return new JsonArray(items);
        }
    }

    private record MapType<V>(Type<V> value) implements Type<Map<String, V>> {
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
                return wrongType(this, json, path, problems);
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

    private record TreeOf<T>(Schema<T> schema) implements Type<JsonObject> {
        @Override
        public JsonObject zero() {
            return schema.write(schema.zero());
        }

        @Override
        public String typeName() {
            return schema.typeName();
        }

        @Override
        public Optional<JsonObject> read(JsonValue json, FieldPath path, List<DecodingProblem> problems) {
            return schema.read(json, path, problems).map(schema::write);
        }

        @Override
        public JsonObject of(JsonValue tree) {
            return tree instanceof JsonObject object ? object : zero();
        }

        @Override
        public JsonValue write(JsonObject value) {
            return value;
        }

        @Override
        public boolean hasDefaults() {
            return schema.hasDefaults();
        }

        @Override
        public JsonObject withDefaults(JsonObject tree) {
            T value = schema.of(tree);
            T filled = schema.withDefaults(value);
            return filled == value ? tree : schema.write(filled);
        }

        @Override
        public boolean hasAmounts() {
            return schema.hasAmounts();
        }

        @Override
        public JsonObject withAmounts(JsonObject tree, UnaryOperator<Quantity> change) {
            if (!schema.hasAmounts()) {
                return tree;
            }
            T value = schema.of(tree);
            T changed = schema.withAmounts(value, change);
            return changed == value ? tree : schema.write(changed);
        }

        @Override
        public boolean hasChecks() {
            return schema.hasChecks();
        }

        @Override
        public void check(JsonObject tree, ErrorsAt at) {
            schema.check(schema.of(tree), at);
        }
    }
}
