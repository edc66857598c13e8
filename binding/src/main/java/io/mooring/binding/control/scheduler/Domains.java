package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the like of a pod are spread over the domains of its constraints. Models {@code PreFilter} and {@code Filter} of the
 * plug-in {@code podtopologyspread}.
 *
 * @param spreads one a constraint, in their order
 */
record Domains(List<Spread> spreads) {
    private static final Domains NONE = new Domains(List.of());

    /**
     * One constraint.
     *
     * @param pods how many of the pod's like are in each domain, empty domains included
     * @param itself 1 if the pod counts itself, else 0
     */
    private record Spread(SpreadConstraint constraint, Map<String, Integer> pods, int itself) {

        /** The fewest pods in a domain; none where there are too few domains. Models {@code minMatchNum}. */
        int fewest() {
            return pods.size() < constraint.minDomains()
                    ? 0
                    : pods.values().stream().mapToInt(Integer::intValue).min().orElse(Integer.MAX_VALUE);
        }

        Optional<NodeRejection> rejection(Map<String, String> labels) {
            String domain = labels.get(constraint.topologyKey());
            if (domain == null) {
                return Optional.of(new NodeRejection.NoSpreadDomain(constraint.topologyKey()));
            }
            int there = pods.getOrDefault(domain, 0);
            int fewest = fewest();
            return (long) there + itself - fewest > constraint.maxSkew()
                    ? Optional.of(new NodeRejection.SpreadTooUneven(
                            constraint.topologyKey(), domain, there, fewest, constraint.maxSkew()))
                    : Optional.empty();
        }
    }

    static Domains of(Cluster cluster, Pod pod, List<SpreadConstraint> constraints) {
        if (constraints.isEmpty()) {
            return NONE;
        }
        PodTopology topology = cluster.view(PodTopology.VIEW);
        List<Node> nodes = cluster.list(Node.KIND)
                .filter(node -> constraints.stream()
                        .allMatch(constraint -> node.metadata().labels().containsKey(constraint.topologyKey())))
                .toList();
        List<Spread> spreads = new ArrayList<>();
        for (SpreadConstraint constraint : constraints) {
            PodSelection like = new PodSelection.Spread(pod.metadata().namespace(), constraint.selector());
            SelectedPods selected = topology.others(like, pod);
            int itself = constraint.selector().matches(pod.metadata().labels()) ? 1 : 0;
            List<Node> included = nodes.stream()
                    .filter(node -> constraint.includes(node, pod, cluster.semantics()))
                    .toList();
            spreads.add(new Spread(constraint, counted(constraint, included, selected), itself));
        }
        return new Domains(spreads);
    }

    private static Map<String, Integer> counted(SpreadConstraint constraint, List<Node> nodes, SelectedPods selected) {
        Map<String, Integer> counted = new HashMap<>();
        for (Node node : nodes) {
            String domain = node.metadata().labels().getOrDefault(constraint.topologyKey(), "");
            counted.merge(domain, selected.on(node.metadata().name()).size(), Integer::sum);
        }
        return counted;
    }

    /** Why the pod cannot run on the node: the constraints that would not hold, in their order. */
    List<NodeRejection> rejections(Node node) {
        List<NodeRejection> rejections = new ArrayList<>();
        for (Spread spread : spreads) {
            spread.rejection(node.metadata().labels()).ifPresent(rejections::add);
        }
        return rejections;
    }
}
