package io.mooring.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the table.
 *
 * @param title what is done
 * @param name of Mooring's figure
 * @param pieces the figure is divided by
 * @param others names of the figures beside it, by whose they are
 */
record Row(String title, String name, int pieces, boolean isMemory, Map<String, String> others, Limit limit) {
    static Row of(String title, String name, Limit limit) {
        return new Row(title, name, 1, false, Map.of(), limit);
    }

    static Row ofMemory(String title, String name, Limit limit) {
        return new Row(title, name, 1, true, Map.of(), limit);
    }

    Row each(int number) {
        return new Row(title, name, number, isMemory, others, limit);
    }

    Row beside(String whose, String other) {
        Map<String, String> more = new LinkedHashMap<>(others);
        more.put(whose, other);
        return new Row(title, name, pieces, isMemory, more, limit);
    }

    boolean isMeasured(Figures figures) {
        return figures.get(name).isPresent();
    }

    Figure figure(Figures figures) {
        return figures.get(name).orElseThrow().each(pieces);
    }

    Optional<Figure> other(Figures figures, String whose) {
        return Optional.ofNullable(others.get(whose)).flatMap(figures::get);
    }
}
