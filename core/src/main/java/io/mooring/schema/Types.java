package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
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
}
