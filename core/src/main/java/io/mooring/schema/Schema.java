package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A type of objects that are held as Java values, told once: a line a field, with its name, its type, how its absence is
 * written, what is filled in, and what is checked; between the fields stand the checks over several of them, in the order
 * in which the API server asks.
 *
 * <pre>{@code
 * Schema.of(StorageClass::builder, StorageClass.Builder::build)
 *     .always("provisioner", Types.STRING, StorageClass::provisioner, StorageClass.Builder::provisioner)
 *     .check(unlessEmpty(name(QUALIFIED_NAME)))
 *     .optional("reclaimPolicy", RECLAIM_POLICY, StorageClass::reclaimPolicy, StorageClass.Builder::reclaimPolicy)
 *     .preset(ReclaimPolicy.DELETE)
 *     .rule(Provisioners::fitParameters)
 *     .schema()
 * }</pre>
 *
 * <p>Each attribute of the value is a field: what is absent keeps the builder's default, and filling in builds the value
 * anew. Trees that are carried along have schemas of their own, {@link TreeSchema}.
 */
public final class Schema<T> implements Type<T> {
    private final Engine<T, ?> engine;

    private Schema(Engine<T, ?> engine) {
        this.engine = engine;
    }

    /** Begins a schema of values that this builder makes. */
    public static <T, B> SchemaBuilder<T, B> of(Supplier<B> builder, Function<B, T> build) {
        return new SchemaBuilder<>(new Draft<>(builder, build));
    }

    static <T, B> Schema<T> of(Draft<T, B> draft) {
        return new Schema<>(new Engine<>(draft));
    }

    @Override
    public T zero() {
        return engine.zero();
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
        return value instanceof JsonObject object
                ? Optional.of(engine.read(object, path, problems))
                : Types.wrongType(this, value, path, problems);
    }

    @Override
    public JsonObject write(T value) {
        return engine.write(value);
    }

    @Override
    public boolean hasDefaults() {
        return engine.hasDefaults;
    }

    @Override
    public T withDefaults(T value) {
        return engine.hasDefaults ? engine.withDefaults(value) : value;
    }

    @Override
    public boolean hasAmounts() {
        return !engine.counting.isEmpty();
    }

    @Override
    public T withAmounts(T value, UnaryOperator<Quantity> change) {
        return engine.withAmounts(value, change);
    }

    @Override
    public boolean hasChecks() {
        return engine.hasChecks;
    }

    @Override
    public void check(T value, ErrorsAt at) {
        engine.check(value, at);
    }

    /** The lines with the builder that they know. */
    private static final class Engine<T, B> {
        private final Draft<T, B> draft;
        private final Optional<Rest<T, B>> rest;
        private final List<Line<T, B>> lines;
        private final List<Line<T, B>> filling;
        private final List<Line<T, B>> counting;
        private final List<Line<T, B>> checking;
        private final boolean hasDefaults;
        private final boolean hasChecks;
        private @Nullable T zero;

        Engine(Draft<T, B> draft) {
            this.draft = draft;
            this.rest = draft.rest();
            this.lines = Stream.concat(draft.lines.stream(), rest.stream()).toList();
            this.filling = lines.stream().filter(Line::hasDefaults).toList();
            this.counting = lines.stream().filter(Line::hasAmounts).toList();
            this.checking = lines.stream().filter(Line::hasChecks).toList();
            this.hasDefaults = !filling.isEmpty() || !draft.fills.isEmpty();
            this.hasChecks = !checking.isEmpty();
        }

        /** Made when it is first asked for, as the builder's defaults may need this schema. */
        T zero() {
            T known = zero;
            if (known == null) {
                known = draft.build.apply(draft.builder.get());
                zero = known;
            }
            return known;
        }

        T read(JsonObject object, FieldPath path, List<DecodingProblem> problems) {
            B into = draft.builder.get();
            Optional<JsonObject.Builder> carried = rest.map(it -> JsonObject.builder());
            object.fields().forEach((name, value) -> {
                FieldPath at = path.child(name);
                Line<T, B> line = draft.readers.get(name);
                if (line != null) {
                    line.read(name, value, at, into, problems);
                } else if (rest.isPresent() && rest.get().carries(name)) {
                    rest.get().read(name, value, at, carried.get(), problems);
                } else {
                    problems.add(UnknownFields.problem(name, at, names()));
                }
            });
            rest.ifPresent(it -> it.set(into, carried.get()));
            return draft.build.apply(into);
        }

        /** The names of all fields, for suggestions. */
        private List<String> names() {
            Set<String> names = new LinkedHashSet<>(draft.readers.keySet());
            rest.ifPresent(it -> names.addAll(it.names()));
            return List.copyOf(names);
        }

        JsonObject write(T value) {
            JsonObject.Builder into = JsonObject.builder();
            for (Line<T, B> line : lines) {
                line.write(value, into);
            }
            return into.build();
        }

        T withDefaults(T read) {
            T value = read;
            for (UnaryOperator<T> fill : draft.fills) {
                value = fill.apply(value);
            }
            return changed(value, filling, Line::filled);
        }

        T withAmounts(T value, UnaryOperator<Quantity> change) {
            return changed(value, counting, (line, each) -> line.withAmounts(each, change));
        }

        /** The value with what this makes of the parts of these lines; where it makes null of one, that stays. */
        private T changed(T read, List<Line<T, B>> changing, BiFunction<Line<T, B>, T, @Nullable Object> change) {
            T value = read;
            @Nullable Object @Nullable [] left = null;
            for (int i = 0; i < changing.size(); i++) {
                Object part = change.apply(changing.get(i), value);
                T with = part == null ? value : changing.get(i).with(value, part);
                if (with != null) {
                    value = with;
                } else {
                    left = left == null ? new Object[changing.size()] : left;
                    left[i] = part;
                }
            }
            return left == null ? value : builtAnew(value, changing, left);
        }

        /** The value with these parts of the lines, in their order; null where one stays. */
        private T builtAnew(T value, List<Line<T, B>> changing, @Nullable Object[] parts) {
            B into = draft.builder.get();
            int next = 0;
            for (Line<T, B> line : lines) {
                boolean isChanging = next < parts.length && changing.get(next) == line;
                line.copy(value, isChanging ? parts[next++] : null, into);
            }
            return draft.build.apply(into);
        }

        void check(T value, ErrorsAt at) {
            for (Line<T, B> line : checking) {
                line.check(value, at);
            }
        }
    }
}
