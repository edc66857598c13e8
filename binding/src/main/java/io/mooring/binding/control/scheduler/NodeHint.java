package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.SchedulerPlugin;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether a change of a node may help a pod that has none. Models the queueing hints that the plug-ins have for nodes. */
record NodeHint(Cluster cluster, Change<Node> change) {

    /** A pod that nobody rejected, or of which it is not known, is helped by every node that is there. */
    boolean mayHelp(Pod waiting) {
        Set<SchedulerPlugin> rejectors =
                UnschedulablePods.rejectors(cluster, waiting).orElse(Set.of());
        return rejectors.isEmpty()
                ? !change.isRemoval()
                : rejectors.stream().anyMatch(plugin -> mayHelp(plugin, waiting));
    }

    private boolean mayHelp(SchedulerPlugin rejector, Pod waiting) {
        return switch (rejector) {
            case NODE_UNSCHEDULABLE -> becomes(node -> !node.spec().unschedulable());
            case TAINT_TOLERATION ->
                becomes(node -> NodeFilter.untolerated(waiting, node, cluster.semantics())
                        .isEmpty());
            case NODE_AFFINITY -> becomes(node -> NodeFilter.isWanted(waiting, node));
            case NODE_PORTS -> change.isCreation();
            case NODE_RESOURCES_FIT -> offersMore(waiting);
            case NODE_VOLUME_LIMITS -> false;
            case POD_TOPOLOGY_SPREAD -> changesDomains(SpreadConstraint.of(waiting));
            case INTER_POD_AFFINITY -> changesNearness(waiting);
            case VOLUME_RESTRICTIONS, VOLUME_BINDING, VOLUME_ZONE -> !change.isRemoval();
        };
    }

    /** Whether it is so of the node now, and was not before. */
    private boolean becomes(Predicate<Node> predicate) {
        return change.after().filter(predicate).isPresent()
                && change.before().filter(predicate).isEmpty();
    }

    /** Whether the pod would fit on the node if that were empty, and the node has more of what it asks for than it had. */
    private boolean offersMore(Pod waiting) {
        Map<String, BigInteger> asked = new HashMap<>(PodRequests.of(waiting).amounts());
        asked.put("pods", BigInteger.ONE);
        return change.after()
                .filter(node -> asked.entrySet().stream()
                        .allMatch(each ->
                                PodRequests.allocatable(node, each.getKey()).compareTo(each.getValue()) >= 0))
                .filter(node -> change.before()
                        .map(before -> asked.keySet().stream()
                                .anyMatch(resource -> PodRequests.allocatable(node, resource)
                                                .compareTo(PodRequests.allocatable(before, resource))
                                        > 0))
                        .orElse(true))
                .isPresent();
    }

    /** Whether the node comes to a domain, leaves one, or may be included in one from now on. */
    private boolean changesDomains(List<SpreadConstraint> constraints) {
        Optional<Node> before = change.before().filter(node -> hasAll(constraints, node));
        Optional<Node> after = change.after().filter(node -> hasAll(constraints, node));
        if (before.isEmpty() || after.isEmpty()) {
            return before.isPresent() || after.isPresent();
        }
        boolean isElsewhere = constraints.stream()
                .map(SpreadConstraint::topologyKey)
                .anyMatch(key -> !label(before.get(), key).equals(label(after.get(), key)));
        return isElsewhere || !Taint.of(before.get()).equals(Taint.of(after.get()));
    }

    private static boolean hasAll(List<SpreadConstraint> constraints, Node node) {
        return constraints.stream()
                .allMatch(constraint -> node.metadata().labels().containsKey(constraint.topologyKey()));
    }

    private static Optional<String> label(Node node, String key) {
        return Optional.ofNullable(node.metadata().labels().get(key));
    }

    /** A new node helps; so does one that comes to another topology of a term, or leaves one from which others keep off. */
    private boolean changesNearness(Pod waiting) {
        if (!change.isUpdate()) {
            return change.isCreation();
        }
        Map<String, String> before = change.before().orElseThrow().metadata().labels();
        Map<String, String> after = change.after().orElseThrow().metadata().labels();
        return Stream.concat(AffinityTerm.near(waiting).stream(), AffinityTerm.apart(waiting).stream())
                .map(AffinityTerm::topologyKey)
                .anyMatch(key -> !Optional.ofNullable(before.get(key)).equals(Optional.ofNullable(after.get(key))));
    }
}
