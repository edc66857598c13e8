package io.mooring.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The codec of an object of named fields: one line a field, in the order Kubernetes writes them.
 *
 * <pre>{@code
 * ObjectCodec.of(NfsVolumeSource::builder, NfsVolumeSource.Builder::build)
 *     .always("server", Codecs.STRING, NfsVolumeSource::server, NfsVolumeSource.Builder::server)
 *     .always("path", Codecs.STRING, NfsVolumeSource::path, NfsVolumeSource.Builder::path)
 *     .field("readOnly", Codecs.BOOL, NfsVolumeSource::readOnly, NfsVolumeSource.Builder::readOnly)
 * }</pre>
 *
 * <p>A type read so needs a value for every attribute: what is absent keeps the builder's default. Declarations are made
 * in static initializers and not changed afterwards.
 *
 * @param <T> the object
 * @param <B> its builder
 */
public final class ObjectCodec<T, B> implements Codec<T> {
    private final Supplier<B> builder;
    private final Function<B, T> build;
    private final Map<String, Field<B>> fields = new LinkedHashMap<>();
    private final List<Writer<T>> writers = new ArrayList<>();
    private Optional<Rest<B>> rest = Optional.empty();

    private ObjectCodec(Supplier<B> builder, Function<B, T> build) {
        this.builder = builder;
        this.build = build;
    }

    public static <T, B> ObjectCodec<T, B> of(Supplier<B> builder, Function<B, T> build) {
        return new ObjectCodec<>(builder, build);
    }

    private interface Field<B> {
        void read(JsonValue value, FieldPath path, B into, List<DecodingProblem> problems);
    }

    private interface Writer<T> {
        void write(T from, JsonObject.Builder into);
    }

    private record Rest<B>(Shape shape, BiConsumer<B, JsonObject> set) {}

    /** A field that is left out when it is the codec's zero: Go's {@code omitempty} on a value. */
    public <V> ObjectCodec<T, B> field(String name, Codec<V> codec, Function<T, V> get, BiConsumer<B, V> set) {
        return declare(name, codec, set, (from, into) -> {
            V value = get.apply(from);
            if (!value.equals(codec.zero())) {
                into.put(name, codec.write(value));
            }
        });
    }

    /** A field that is always written: a Go value without {@code omitempty}, or a struct. */
    public <V> ObjectCodec<T, B> always(String name, Codec<V> codec, Function<T, V> get, BiConsumer<B, V> set) {
        return declare(name, codec, set, (from, into) -> into.put(name, codec.write(get.apply(from))));
    }

    /** A field for which absent is a value of its own: a Go pointer. Null reads as absent. */
    public <V> ObjectCodec<T, B> optional(
            String name, Codec<V> codec, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
        fields.put(name, (value, path, into, problems) -> {
            if (value != JsonNull.NULL) {
                codec.read(value, path, problems).ifPresent(read -> set.accept(into, read));
            }
        });
        writers.add((from, into) -> get.apply(from).ifPresent(value -> into.put(name, codec.write(value))));
        return this;
    }

    /** A field whose zero reads as absent: a Go value with {@code omitempty} that Mooring shows as Optional. */
    public <V> ObjectCodec<T, B> zeroAsAbsent(
            String name, Codec<V> codec, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
        fields.put(
                name,
                (value, path, into, problems) -> codec.read(value, path, problems)
                        .filter(read -> !read.equals(codec.zero()))
                        .ifPresent(read -> set.accept(into, read)));
        writers.add((from, into) -> get.apply(from)
                .filter(value -> !value.equals(codec.zero()))
                .ifPresent(value -> into.put(name, codec.write(value))));
        return this;
    }

    /** Like {@link #zeroAsAbsent}, but absent is written as null, as Kubernetes writes a time that is not a pointer. */
    public <V> ObjectCodec<T, B> absentAsNull(
            String name, Codec<V> codec, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
        zeroAsAbsent(name, codec, get, set);
        writers.set(
                writers.size() - 1,
                (from, into) -> into.put(name, get.apply(from).map(codec::write).orElse(JsonNull.NULL)));
        return this;
    }

    /** Like {@link #optional}, but absent is written as null: a Go pointer without {@code omitempty}. */
    public <V> ObjectCodec<T, B> optionalOrNull(
            String name, Codec<V> codec, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
        optional(name, codec, get, set);
        writers.set(
                writers.size() - 1,
                (from, into) -> into.put(name, get.apply(from).map(codec::write).orElse(JsonNull.NULL)));
        return this;
    }

    /** A list, left out when empty. */
    public <V> ObjectCodec<T, B> list(
            String name, Codec<V> item, Function<T, List<V>> get, BiConsumer<B, List<V>> set) {
        return field(name, Codecs.list(item), get, set);
    }

    /** A map, left out when empty. */
    public <V> ObjectCodec<T, B> map(
            String name, Codec<V> value, Function<T, Map<String, V>> get, BiConsumer<B, Map<String, V>> set) {
        return field(name, Codecs.map(value), get, set);
    }

    /** A field with one possible content, such as {@code kind}: written always, any text is read and dropped. */
    public ObjectCodec<T, B> constant(String name, String value) {
        return declare(name, Codecs.STRING, (into, read) -> {}, (from, into) -> into.put(name, value));
    }

    /** Fields of which each present one adds a member to a family, such as a volume's source. */
    public <V> ObjectCodec<T, B> family(
            Map<String, Codec<? extends V>> members,
            Function<T, ? extends Iterable<V>> get,
            Function<V, Map.Entry<String, JsonValue>> write,
            BiConsumer<B, V> add) {
        members.forEach((name, codec) -> fields.put(name, (value, path, into, problems) -> {
            if (value != JsonNull.NULL) {
                codec.read(value, path, problems).ifPresent(read -> add.accept(into, read));
            }
        }));
        writers.add((from, into) -> get.apply(from).forEach(member -> {
            Map.Entry<String, JsonValue> entry = write.apply(member);
            into.put(entry.getKey(), entry.getValue());
        }));
        return this;
    }

    /** Every other field that {@code shape} knows is carried along, as the shape would write it. */
    public ObjectCodec<T, B> rest(Shape shape, Function<T, JsonObject> get, BiConsumer<B, JsonObject> set) {
        rest = Optional.of(new Rest<>(shape, set));
        writers.add((from, into) -> into.putAll(get.apply(from)));
        return this;
    }

    private <V> ObjectCodec<T, B> declare(String name, Codec<V> codec, BiConsumer<B, V> set, Writer<T> writer) {
        fields.put(
                name,
                (value, path, into, problems) ->
                        codec.read(value, path, problems).ifPresent(read -> set.accept(into, read)));
        writers.add(writer);
        return this;
    }

    @Override
    public T zero() {
        return build.apply(builder.get());
    }

    @Override
    public String typeName() {
        return "an object";
    }

    @Override
    public Optional<T> read(JsonValue value, FieldPath path, List<DecodingProblem> problems) {
        if (value == JsonNull.NULL) {
            return Optional.of(zero());
        }
        if (!(value instanceof JsonObject object)) {
            return Codecs.wrongType(this, value, path, problems);
        }
        B into = builder.get();
        JsonObject.Builder carried = JsonObject.builder();
        object.fields().forEach((name, field) -> readField(name, field, path.child(name), into, carried, problems));
        rest.ifPresent(it -> it.set().accept(into, carried.build()));
        return Optional.of(build.apply(into));
    }

    private void readField(
            String name,
            JsonValue value,
            FieldPath path,
            B into,
            JsonObject.Builder carried,
            List<DecodingProblem> problems) {
        Field<B> field = fields.get(name);
        if (field != null) {
            field.read(value, path, into, problems);
            return;
        }
        Optional<Shape> shape = rest.map(Rest::shape).filter(it -> it.has(name));
        if (shape.isEmpty()) {
            problems.add(unknownField(name, path));
            return;
        }
        shape.get().read(name, value, path, problems).ifPresent(read -> carried.put(name, read));
    }

    private DecodingProblem unknownField(String name, FieldPath path) {
        Set<String> known = new LinkedHashSet<>(fields.keySet());
        rest.ifPresent(it -> known.addAll(it.shape().names()));
        List<String> names = List.copyOf(known);
        return new DecodingProblem.UnknownField(path, NearMiss.of(name, names), names);
    }

    @Override
    public JsonObject write(T value) {
        JsonObject.Builder into = JsonObject.builder();
        writers.forEach(writer -> writer.write(value, into));
        return into.build();
    }
}
