package io.mooring.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    Optional<Rest<T, B>> rest = Optional.empty();

    Draft(Supplier<B> builder, Function<B, T> build) {
        this.builder = builder;
        this.build = build;
    }

    void add(String name, Line<T, B> line) {
        readers.put(name, line);
        lines.add(line);
    }

    /** Puts a line in the place of the last one, which is of the same field. */
    void replaceLast(String name, Line<T, B> line) {
        readers.put(name, line);
        lines.set(lines.size() - 1, line);
    }

    /** The names of all fields, for suggestions. */
    List<String> names() {
        Set<String> names = new LinkedHashSet<>(readers.keySet());
        rest.ifPresent(it -> names.addAll(it.names()));
        return List.copyOf(names);
    }
}
