package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The fields that a value carries along as a tree. Where they are checked is told by the lines that declare them. */
record Rest<T, B>(TreeSchema tree, Function<T, JsonObject> get, BiConsumer<B, JsonObject> set) implements Line<T, B> {

    List<String> names() {
        return tree.names();
    }

    boolean carries(String name) {
        return tree.has(name);
    }

    void read(
            String name, JsonValue value, FieldPath path, JsonObject.Builder carried, List<DecodingProblem> problems) {
        tree.read(name, value, path, problems).ifPresent(read -> carried.put(name, read));
    }

    void set(B into, JsonObject.Builder carried) {
        set.accept(into, tree.complete(carried));
    }

    @Override
    public void write(T from, JsonObject.Builder into) {
        into.putAll(get.apply(from));
    }

    @Override
    public boolean hasDefaults() {
        return tree.hasDefaults();
    }

    @Override
    public @Nullable Object filled(T value) {
        JsonObject before = get.apply(value);
        JsonObject after = tree.withDefaults(before);
        return after == before ? null : after;
    }

    @Override
    public boolean hasAmounts() {
        return tree.hasAmounts();
    }

    @Override
    public @Nullable Object withAmounts(T value, UnaryOperator<Quantity> change) {
        JsonObject before = get.apply(value);
        JsonObject after = tree.withAmounts(before, change);
        return after == before ? null : after;
    }

    @Override
    public void copy(T from, @Nullable Object filled, B into) {
        set.accept(into, filled == null ? get.apply(from) : (JsonObject) filled);
    }
}
