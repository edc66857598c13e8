package io.mooring.schema;

import io.mooring.tree.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A schema that is being declared, line by line. */
final class Draft<T, B> {
    final Supplier<B> builder;
    final Function<B, T> build;
    final List<Line<T, B>> lines = new ArrayList<>();
    final Map<String, Line<T, B>> readers = new LinkedHashMap<>();
    final List<UnaryOperator<T>> fills = new ArrayList<>();
    final List<TreeLine> carried = new ArrayList<>();
    Optional<Carrier<T, B>> carrier = Optional.empty();

    Draft(Supplier<B> builder, Function<B, T> build) {
        this.builder = builder;
        this.build = build;
    }

    /** Which attribute of the value holds the fields that it carries along as a tree. */
    record Carrier<T, B>(Function<T, JsonObject> get, BiConsumer<B, JsonObject> set) {}

    void add(String name, Line<T, B> line) {
        readers.put(name, line);
        lines.add(line);
    }

    /** Puts a line in the place of the last one, which is of the same field. */
    void replaceLast(String name, Line<T, B> line) {
        readers.put(name, line);
        lines.set(lines.size() - 1, line);
    }

    /** Declares fields that are carried along; what is checked on them is asked here. */
    void carry(TreeLine... fields) {
        Function<T, JsonObject> get = carrier.orElseThrow().get();
        TreeSchema checks = TreeSchema.of(fields);
        carried.add(TreeLine.lines(fields));
        if (checks.hasChecks()) {
            lines.add(new ValueCheck<>((value, at) -> checks.check(get.apply(value), at)));
        }
    }

    /** All fields that are carried along; they are written last. */
    Optional<Rest<T, B>> rest() {
        TreeSchema tree = TreeSchema.of(carried.toArray(TreeLine[]::new));
        return carrier.map(it -> new Rest<>(tree, it.get(), it.set()));
    }
}
