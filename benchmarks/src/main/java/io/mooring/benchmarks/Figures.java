package io.mooring.benchmarks;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that one run measured, by name: {@code QuantityParse.mooring}, {@code FindVolume.mooring volumes=100000 wish=plain}. */
final class Figures {
    private final Map<String, Figure> byName = new TreeMap<>();

    void put(String name, Figure figure) {
        byName.put(name, figure);
    }

    /** Empty if the run left it out. */
    Optional<Figure> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
