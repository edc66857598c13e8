package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodFinding.FitsNowhere.PreemptionPolicy;
import io.mooring.binding.finding.PodFinding.FitsNowhere.RejectedNodes;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The search for a node of one pod. Models {@code schedulePod}. */
record SchedulingCycle(Cluster cluster, Pod pod) {

    /** What Mooring does: the first node that fits, or no node. */
    ScheduleResult result() {
        return results(state -> List.of(result(state))).get(0);
    }

    /** Everything that upstream may do, Mooring's choice first. */
    List<ScheduleResult> results() {
        return results(this::results);
    }

    private List<ScheduleResult> results(Function<CycleState, List<ScheduleResult>> onNodes) {
        return nodes() == 0
                ? List.of(new ScheduleResult.Unschedulable(new PodFinding.NoNodes(pod.ref())))
                : new PreFilter(cluster, pod).run().accept(new AfterPreFilter(this, onNodes));
    }

    private record AfterPreFilter(SchedulingCycle cycle, Function<CycleState, List<ScheduleResult>> onNodes)
            implements PreFilter.Result.Cases<List<ScheduleResult>> {
        @Override
        public List<ScheduleResult> rejected(PreFilter.Result.Rejected result) {
            return List.of(new ScheduleResult.Unschedulable(
                    new PodFinding.RejectedByPreFilter(cycle.pod.ref(), cycle.nodes(), result.rejection())));
        }

        @Override
        public List<ScheduleResult> passed(PreFilter.Result.Passed result) {
            return onNodes.apply(CycleState.of(cycle.cluster, cycle.pod, result.claims()));
        }
    }

    private int nodes() {
        return cluster.list(Node.KIND, "").size();
    }

    /** The node that is kept for the pod goes before all others, and those that a provisioner refused come last. */
    private Stream<Node> candidates() {
        Optional<Set<String>> names = NodeNames.of(pod);
        if (names.isPresent()) {
            return refusedLast(() -> names.get().stream().sorted().flatMap(name -> cluster.node(name).stream()));
        }
        String nominated = PodRequests.nodeOf(pod);
        return Stream.concat(
                cluster.node(nominated).stream(),
                refusedLast(() -> cluster.view(NodeLoads.VIEW)
                        .bestFirst()
                        .filter(node -> !node.metadata().name().equals(nominated))));
    }

    private Stream<Node> refusedLast(Supplier<Stream<Node>> nodes) {
        Set<Ref<Node>> refused = RefusedNodes.of(cluster, pod);
        return refused.isEmpty()
                ? nodes.get()
                : Stream.concat(
                        nodes.get().filter(node -> !refused.contains(node.ref())),
                        nodes.get().filter(node -> refused.contains(node.ref())));
    }

    private ScheduleResult result(CycleState state) {
        return StorageScore.mayPrefer(state) ? results(state).get(0) : first(state);
    }

    private ScheduleResult first(CycleState state) {
        Rejected rejected = new Rejected();
        Iterator<Node> candidates = candidates().iterator();
        while (candidates.hasNext()) {
            FilterResult result = new Filters(state, candidates.next()).result();
            if (result.isFeasible()) {
                return scheduled(state, result);
            }
            rejected.add(result);
        }
        return fitsNowhere(state, rejected);
    }

    /** A node may fit with one volume and not with another; where every node may fail, so may the pod. */
    private List<ScheduleResult> results(CycleState state) {
        List<FilterResult> results = new ArrayList<>();
        Rejected rejected = new Rejected();
        int looked = 0;
        Iterator<Node> candidates = candidates().iterator();
        while (candidates.hasNext() && !isKept(results, looked)) {
            List<FilterResult> onNode = new Filters(state, candidates.next()).results();
            looked++;
            onNode.stream().filter(FilterResult::isFeasible).forEach(results::add);
            onNode.stream().filter(result -> !result.isFeasible()).findFirst().ifPresent(rejected::add);
        }
        List<ScheduleResult> all = new ArrayList<>(bestFirst(state, results).stream()
                .map(result -> scheduled(state, result))
                .toList());
        if (rejected.count() == looked) {
            all.add(fitsNowhere(state, rejected));
        }
        return all;
    }

    /** Those that a provisioner refused stay last. */
    private List<FilterResult> bestFirst(CycleState state, List<FilterResult> fitting) {
        if (!StorageScore.mayPrefer(state)) {
            return fitting;
        }
        Set<Ref<Node>> refused = RefusedNodes.of(cluster, pod);
        StorageScore score = new StorageScore(state);
        return fitting.stream()
                .sorted(Comparator.comparing((FilterResult result) ->
                                refused.contains(result.node().ref()))
                        .thenComparing(Comparator.comparingLong(score::of).reversed()))
                .toList();
    }

    /** Whether the node that was kept for the pod has been looked at, and does. */
    private boolean isKept(List<FilterResult> results, int looked) {
        return looked == 1 && !results.isEmpty() && !PodRequests.nodeOf(pod).isEmpty();
    }

    private ScheduleResult scheduled(CycleState state, FilterResult fitting) {
        if (state.claims().waiting().isEmpty()) {
            return new ScheduleResult.Schedulable(
                    new PodFinding.Schedulable(pod.ref(), fitting.node().ref()));
        }
        PodVolumesOnNode volumes = fitting.volumes();
        Node node = fitting.node();
        Optional<PersistentVolumeClaim> deselected =
                PodRequests.nodeOf(pod).equals(node.metadata().name()) ? volumes.deselected() : Optional.empty();
        return deselected
                .<ScheduleResult>map(claim -> new ScheduleResult.BindingFailed(
                        new PodFinding.BindingFailed(pod.ref(), node.ref(), claim.ref())))
                .orElseGet(() -> new ScheduleResult.BindingVolumes(volumes.finding(pod, node), volumes));
    }

    private ScheduleResult fitsNowhere(CycleState state, Rejected rejected) {
        List<RejectedNodes> grouped = rejected.grouped();
        PreemptionPolicy policy = Priorities.preemptionPolicy(cluster, pod);
        return new ScheduleResult.Unschedulable(new PodFinding.FitsNowhere(
                pod.ref(),
                grouped,
                nodes() - rejected.count(),
                policy,
                policy == PreemptionPolicy.NEVER ? Optional.empty() : Preemptor.preemption(state, grouped)));
    }

    /** The nodes so far that do not fit, by what is said of them. */
    private static final class Rejected {
        private final Map<List<NodeRejection>, List<Ref<Node>>> nodes = new HashMap<>();

        void add(FilterResult result) {
            nodes.computeIfAbsent(result.rejections(), rejections -> new ArrayList<>())
                    .add(result.node().ref());
        }

        int count() {
            return nodes.values().stream().mapToInt(List::size).sum();
        }

        List<RejectedNodes> grouped() {
            return nodes.entrySet().stream()
                    .map(each -> new RejectedNodes(each.getKey(), each.getValue()))
                    .toList();
        }
    }
}
