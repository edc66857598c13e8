package io.mooring.binding.explain.claim;

import io.mooring.storage.TopologySelectorLabelRequirement;
import io.mooring.storage.TopologySelectorTerm;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a class allows its volumes anywhere at all, and where, in words. */
final class AllowedTopologies {
    private AllowedTopologies() {}

    /** Whether there can be such a place at all, on whatever node: in some term, all demands on a label have a value in common. */
    static boolean canBe(List<TopologySelectorTerm> terms) {
        return terms.isEmpty() || terms.stream().anyMatch(AllowedTopologies::canBe);
    }

    private static boolean canBe(TopologySelectorTerm term) {
        Map<String, List<TopologySelectorLabelRequirement>> byLabel = term.matchLabelExpressions().stream()
                .collect(Collectors.groupingBy(TopologySelectorLabelRequirement::key));
        return !byLabel.isEmpty()
                && byLabel.values().stream()
                        .noneMatch(demands -> common(demands).isEmpty());
    }

    private static Set<String> common(List<TopologySelectorLabelRequirement> demands) {
        Set<String> values = new HashSet<>(demands.get(0).values());
        demands.forEach(demand -> values.retainAll(demand.values()));
        return values;
    }

    /** For a person: {@code zone in (a, b)}; the terms with "or" between them. */
    static String text(List<TopologySelectorTerm> terms) {
        return terms.stream().map(AllowedTopologies::text).collect(Collectors.joining(" or "));
    }

    private static String text(TopologySelectorTerm term) {
        return term.matchLabelExpressions().isEmpty()
                ? "a term without demands, which is nowhere"
                : term.matchLabelExpressions().stream()
                        .map(demand -> demand.key() + " in (" + String.join(", ", demand.values()) + ")")
                        .collect(Collectors.joining(" and "));
    }
}
