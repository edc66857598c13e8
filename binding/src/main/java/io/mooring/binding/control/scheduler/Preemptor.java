package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodFinding.FitsNowhere.Preemption;
import io.mooring.binding.finding.PodFinding.FitsNowhere.RejectedNodes;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which pods Kubernetes would evict for a pod that fits nowhere. Mooring evicts nobody, and says so. Models {@code
 * SelectVictimsOnNode} of the plug-in {@code defaultpreemption}; disruption budgets are not asked.
 */
record Preemptor(CycleState state, int priority) {
    private static final Comparator<Pod> BY_NAME = Comparator.comparing(Pod::ref);

    /** On the first node, by name, where it helps. */
    static Optional<Preemption> preemption(CycleState state, List<RejectedNodes> rejected) {
        if (!Priorities.mayDiffer(state.cluster())) {
            return Optional.empty();
        }
        Preemptor preemptor = new Preemptor(state, Priorities.of(state.cluster(), state.pod()));
        return rejected.stream()
                .filter(each -> each.rejections().stream().allMatch(NodeRejection::preemptionMayHelp))
                .flatMap(each -> each.nodes().stream())
                .sorted()
                .flatMap(node -> preemptor.on(node).stream())
                .findFirst();
    }

    private Optional<Preemption> on(Ref<Node> node) {
        List<Pod> lower = lowerOn(node);
        if (lower.isEmpty() || !fitsWithout(lower, node)) {
            return Optional.empty();
        }
        return Optional.of(
                new Preemption(node, spared(lower, node).stream().map(Pod::ref).toList()));
    }

    /** Those that matter most first. */
    private List<Pod> lowerOn(Ref<Node> node) {
        Cluster cluster = state.cluster();
        return cluster.list(Pod.KIND)
                .filter(NodeLoads::takesRoom)
                .filter(pod -> PodRequests.nodeOf(pod).equals(node.name()))
                .filter(pod -> Priorities.of(cluster, pod) < priority)
                .sorted(Comparator.comparingInt((Pod pod) -> -Priorities.of(cluster, pod))
                        .thenComparing(BY_NAME))
                .toList();
    }

    /** As many are spared as can be, those that matter most first. */
    private List<Pod> spared(List<Pod> lower, Ref<Node> node) {
        List<Pod> victims = new ArrayList<>(lower);
        for (Pod pod : lower) {
            victims.remove(pod);
            if (!fitsWithout(victims, node)) {
                victims.add(pod);
            }
        }
        return victims.stream().sorted(BY_NAME).toList();
    }

    private boolean fitsWithout(Collection<Pod> victims, Ref<Node> node) {
        Cluster without = state.cluster();
        for (Pod victim : victims) {
            without = without.updateStatus(victim.withStatus(victim.status().withPhase(PodPhase.SUCCEEDED)))
                    .orThrow();
        }
        Node there = without.get(node).orElseThrow();
        return new Filters(CycleState.of(without, state.pod(), state.claimsWithout(victims)), there)
                .result()
                .isFeasible();
    }
}
