package io.mooring.schema;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All fields that no line of a value's schema names: those that its tree knows are carried along as the tree writes them. */
record Rest<T, B>(Shape tree, Function<T, JsonObject> get, BiConsumer<B, JsonObject> set) implements Line<T, B> {

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

    void set(B into, JsonObject carried) {
        set.accept(into, carried);
    }

    @Override
    public void write(T from, JsonObject.Builder into) {
        into.putAll(get.apply(from));
    }

    @Override
    public void copy(T from, @Nullable Object filled, B into) {
        set.accept(into, get.apply(from));
    }
}
