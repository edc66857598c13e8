package io.mooring.binding.explain.pod;

import io.mooring.binding.control.scheduler.NodeCheck;
import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.SchedulerPlugin;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a pod demands of nodes, and which nodes do not meet it: the scheduler's rejections, by demand. In the order in which the
 * scheduler asks.
 *
 * @param nodes all nodes, by name
 */
record Constraints(List<Ref<Node>> nodes, List<Constraint> all) {
    static Constraints of(List<NodeCheck> checks) {
        Map<Demand, NavigableMap<Ref<Node>, NodeRejection>> byDemand = new LinkedHashMap<>();
        checks.forEach(check -> check.rejections()
                .forEach(rejection -> rejection
                        .accept(DemandByRejection.INSTANCE)
                        .forEach(demand -> byDemand.computeIfAbsent(demand, each -> new TreeMap<>())
                                .putIfAbsent(check.node().ref(), rejection))));
        List<Constraint> all = byDemand.entrySet().stream()
                .map(each -> new Constraint(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Constraints::plugin))
                .toList();
        return new Constraints(checks.stream().map(check -> check.node().ref()).toList(), all);
    }

    private static SchedulerPlugin plugin(Constraint constraint) {
        return constraint.rejected().firstEntry().getValue().plugin();
    }

    /** Whether no node meets these at once. */
    boolean excludeAll(List<Constraint> some) {
        return nodes.stream().allMatch(node -> some.stream().anyMatch(each -> !each.allows(node)));
    }

    /** The nodes that meet all of these. */
    List<Ref<Node>> allowedByAll(List<Constraint> some) {
        return nodes.stream()
                .filter(node -> some.stream().allMatch(each -> each.allows(node)))
                .toList();
    }

    /** Those that each node does not meet, by name. */
    Map<Ref<Node>, List<Constraint>> unmet() {
        Map<Ref<Node>, List<Constraint>> unmet = new LinkedHashMap<>();
        nodes.forEach(node -> unmet.put(node, new ArrayList<>()));
        all.forEach(each -> each.rejected()
                .keySet()
                .forEach(node -> unmet.getOrDefault(node, new ArrayList<>()).add(each)));
        return unmet;
    }
}
