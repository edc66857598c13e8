package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A field that an attribute of the value holds.
 *
 * @param get null where the attribute is absent
 * @param with the value with another content of the attribute; null if it is to be built anew for that
 */
record Property<T, B, V>(
        Content<V> content,
        Function<T, @Nullable V> get,
        BiConsumer<B, V> set,
        @Nullable BiFunction<T, V, T> with) implements Line<T, B> {
    Property<T, B, V> declared(Content<V> other) {
        return new Property<>(other, get, set, with);
    }

    @Override
    public void read(String name, JsonValue value, FieldPath path, B into, List<DecodingProblem> problems) {
        Presence presence = content.presence();
        if (value == JsonNull.NULL && presence.isOptional()) {
            return;
        }
        Optional<V> read = content.type().read(value, path, problems);
        if (read.isPresent() && !(presence.isOptional() && presence.dropsZero() && isZero(read.get()))) {
            set.accept(into, read.get());
        }
    }

    @Override
    public void write(T from, JsonObject.Builder into) {
        V value = get.apply(from);
        if (value != null && !(content.presence().dropsZero() && isZero(value))) {
            into.put(content.name(), content.type().write(value));
        } else if (content.presence().writesNull()) {
            into.put(content.name(), JsonNull.NULL);
        }
    }

    private boolean isZero(V value) {
        return value.equals(content.type().zero());
    }

    @Override
    public boolean hasDefaults() {
        return content.hasDefaults();
    }

    @Override
    public @Nullable Object filled(T value) {
        V before = get.apply(value);
        V after = content.withDefaults(before);
        return after == before ? null : after;
    }

    @Override
    public boolean hasAmounts() {
        return content.type().hasAmounts();
    }

    @Override
    public @Nullable Object withAmounts(T value, UnaryOperator<Quantity> change) {
        V before = get.apply(value);
        V after = before == null ? null : content.type().withAmounts(before, change);
        return after == before ? null : after;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T with(T value, Object filled) {
        return with == null ? null : with.apply(value, (V) filled);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void copy(T from, @Nullable Object filled, B into) {
        V value = filled == null ? get.apply(from) : (V) filled;
        if (value != null) {
            set.accept(into, value);
        }
    }

    @Override
    public boolean hasChecks() {
        return content.hasChecks();
    }

    @Override
    public void check(T value, ErrorsAt at) {
        if (content.hasChecks()) {
            content.check(get.apply(value), at);
        }
    }
}
