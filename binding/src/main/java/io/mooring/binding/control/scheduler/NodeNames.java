package io.mooring.binding.control.scheduler;

import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.workload.Pod;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The nodes that a pod's affinity names, so that no other is looked at. Models {@code NodeAffinity.PreFilter}. */
final class NodeNames {
    private NodeNames() {}

    /** The names, possibly none because the demands contradict each other; empty if any node may do. */
    static Optional<Set<String>> of(Pod pod) {
        Optional<NodeSelector> affinity = NodeFilter.requiredAffinity(pod);
        if (affinity.isEmpty() || affinity.get().nodeSelectorTerms().isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        for (NodeSelectorTerm term : affinity.get().nodeSelectorTerms()) {
            Optional<Set<String>> named = named(term);
            if (named.isEmpty()) {
                return Optional.empty();
            }
            names.addAll(named.get());
        }
        return Optional.of(names);
    }

    private static Optional<Set<String>> named(NodeSelectorTerm term) {
        return term.matchFields().stream()
                .filter(NodeNames::namesNodes)
                .<Set<String>>map(field -> new HashSet<>(field.values()))
                .reduce((some, others) -> {
                    some.retainAll(others);
                    return some;
                });
    }

    private static boolean namesNodes(NodeSelectorRequirement field) {
        return field.key().equals("metadata.name") && field.operator().equals("In");
    }
}
