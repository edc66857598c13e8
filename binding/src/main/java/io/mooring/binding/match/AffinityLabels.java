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

/** The node labels that a volume's node affinity names, such as the host name of a local volume's node. */
final class AffinityLabels {
    private AffinityLabels() {}

    /**
     * Node labels of which a node must have one to reach the volume; an empty set if no node can reach it. Absent if the
     * volume has no affinity, or one that does not come down to a choice of labels.
     */
    static Optional<Set<Map.Entry<String, String>>> of(IndexedVolume volume) {
        return volume.affinity().flatMap(AffinityLabels::of);
    }

    /** A term that cannot be read matches no node, so that it adds no label. */
    private static Optional<Set<Map.Entry<String, String>>> of(NodeMatcher affinity) {
        Set<Map.Entry<String, String>> labels = new LinkedHashSet<>();
        for (TermMatcher term : affinity.terms()) {
            if (!term.problems().isEmpty()) {
                continue;
            }
            Optional<LabelRequirement> choice = narrowestChoice(term);
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            choice.get()
                    .values()
                    .forEach(value -> labels.add(Map.entry(choice.get().key(), value)));
        }
        return Optional.of(labels);
    }

    /** All requirements of a term must hold; so the labels of one are enough, and those of the In with the fewest values are best. */
    private static Optional<LabelRequirement> narrowestChoice(TermMatcher term) {
        return term.labels().requirements().stream()
                .filter(requirement -> requirement.operator() == LabelOperator.IN)
                .min(Comparator.comparingInt(requirement -> requirement.values().size()));
    }
}
