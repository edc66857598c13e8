package io.mooring.binding.explain.pod;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * One demand of a pod, with the nodes that do not meet it.
 *
 * @param rejected those nodes, each with what the scheduler has against it
 */
record Constraint(Demand demand, NavigableMap<Ref<Node>, NodeRejection> rejected) {
    Constraint {
        rejected = Collections.unmodifiableNavigableMap(new TreeMap<>(rejected));
    }

    boolean allows(Ref<Node> node) {
        return !rejected.containsKey(node);
    }

    /** Those of the nodes that meet it. */
    List<Ref<Node>> allowed(List<Ref<Node>> nodes) {
        return nodes.stream().filter(this::allows).toList();
    }

    /** What is said of these nodes only. */
    Constraint on(Set<Ref<Node>> nodes) {
        NavigableMap<Ref<Node>, NodeRejection> some = new TreeMap<>(rejected);
        some.keySet().retainAll(nodes);
        return new Constraint(demand, some);
    }

    List<Map.Entry<Ref<Node>, NodeRejection>> entries() {
        return List.copyOf(rejected.entrySet());
    }
}
