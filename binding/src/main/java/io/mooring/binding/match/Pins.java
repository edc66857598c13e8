package io.mooring.binding.match;

import io.mooring.meta.LabelOperator;
import io.mooring.meta.LabelRequirement;
import io.mooring.node.NodeMatcher;
import io.mooring.node.TermMatcher;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The node labels that a volume hangs on, as a local volume hangs on its host. */
final class Pins {
    private Pins() {}

    /**
     * Labels of which a node must have one to reach the volume. None at all where no node can; absent where the affinity
     * names no such labels, or there is no affinity.
     */
    static Optional<Set<Map.Entry<String, String>>> of(Candidate candidate) {
        return candidate.affinity().flatMap(Pins::of);
    }

    private static Optional<Set<Map.Entry<String, String>>> of(NodeMatcher affinity) {
        Set<Map.Entry<String, String>> pins = new LinkedHashSet<>();
        for (TermMatcher term : affinity.terms()) {
            Optional<LabelRequirement> choice = narrowestChoice(term);
            if (term.problems().isEmpty() && choice.isEmpty()) {
                return Optional.empty();
            }
            if (term.problems().isEmpty()) {
                choice.get()
                        .values()
                        .forEach(value -> pins.add(Map.entry(choice.get().key(), value)));
            }
        }
        return Optional.of(pins);
    }

    /** Of the demands for one of some values, the one with the fewest. */
    private static Optional<LabelRequirement> narrowestChoice(TermMatcher term) {
        return term.labels().requirements().stream()
                .filter(requirement -> requirement.operator() == LabelOperator.IN)
                .min(Comparator.comparingInt(requirement -> requirement.values().size()));
    }
}
