package io.mooring.binding.check;

import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelRequirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether any labels at all can meet a selector. */
final class Selectors {
    private Selectors() {}

    /** The demands on one label that exclude each other, if there are such; the first by key. */
    static Optional<List<LabelRequirement>> contradiction(LabelMatcher selector) {
        Map<String, List<LabelRequirement>> byKey =
                selector.requirements().stream().collect(Collectors.groupingBy(LabelRequirement::key));
        return byKey.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(demands -> !canBeMet(demands))
                .findFirst();
    }

    /** Of what is asked of one label: it is absent, or has a value that is named, or one that nobody named. */
    private static boolean canBeMet(List<LabelRequirement> demands) {
        String key = demands.get(0).key();
        boolean absent = meets(demands, Map.of());
        boolean unnamed = meets(demands, Map.of(key, unnamed(demands)));
        return absent
                || unnamed
                || demands.stream()
                        .flatMap(demand -> demand.values().stream())
                        .anyMatch(value -> meets(demands, Map.of(key, value)));
    }

    private static boolean meets(List<LabelRequirement> demands, Map<String, String> labels) {
        return demands.stream().allMatch(demand -> demand.matches(labels));
    }

    /** A value that none of them names. */
    private static String unnamed(List<LabelRequirement> demands) {
        return demands.stream().flatMap(demand -> demand.values().stream()).collect(Collectors.joining("", "x", "x"));
    }
}
