package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodFinding.FitsNowhere.PreemptionPolicy;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One pod that looks for a node. Models {@code schedulePod}. */
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
        int nodes = nodes();
        if (nodes == 0) {
            return List.of(new ScheduleResult.Unschedulable(new PodFinding.NoNodes(pod.ref())));
        }
        return new PreFilter(cluster, pod)
                .run()
                .fold(
                        rejection -> List.of(new ScheduleResult.Unschedulable(
                                new PodFinding.RejectedByPreFilter(pod.ref(), nodes, rejection))),
                        claims -> onNodes.apply(CycleState.of(cluster, pod, claims)));
    }

    private int nodes() {
        return cluster.list(Node.KIND, "").size();
    }

    /** The node that is kept for the pod goes before all others. */
    private Stream<Node> candidates() {
        Optional<Set<String>> names = NodeNames.of(pod);
        if (names.isPresent()) {
            return names.get().stream().sorted().flatMap(name -> cluster.node(name).stream());
        }
        String nominated = PodRequests.nodeOf(pod);
        return Stream.concat(
                cluster.node(nominated).stream(),
                cluster.view(NodeLoads.VIEW)
                        .bestFirst()
                        .filter(node -> !node.metadata().name().equals(nominated)));
    }

    private ScheduleResult result(CycleState state) {
        Map<Ref<Node>, List<NodeRejection>> rejections = new HashMap<>();
        Iterator<Node> candidates = candidates().iterator();
        while (candidates.hasNext()) {
            Node node = candidates.next();
            FilterResult result = new Filters(state, node).result();
            if (result.isFeasible()) {
                return scheduled(state, result);
            }
            rejections.put(node.ref(), result.rejections());
        }
        return fitsNowhere(rejections);
    }

    /** A node may fit with one volume and not with another; where every node may fail, so may the pod. */
    private List<ScheduleResult> results(CycleState state) {
        List<ScheduleResult> results = new ArrayList<>();
        Map<Ref<Node>, List<NodeRejection>> rejections = new HashMap<>();
        int looked = 0;
        Iterator<Node> candidates = candidates().iterator();
        while (candidates.hasNext() && !isKept(results, looked)) {
            Node node = candidates.next();
            List<FilterResult> onNode = new Filters(state, node).results();
            looked++;
            onNode.stream()
                    .filter(FilterResult::isFeasible)
                    .map(result -> scheduled(state, result))
                    .forEach(results::add);
            onNode.stream()
                    .filter(result -> !result.isFeasible())
                    .findFirst()
                    .ifPresent(result -> rejections.put(node.ref(), result.rejections()));
        }
        if (rejections.size() == looked) {
            results.add(fitsNowhere(rejections));
        }
        return results;
    }

    /** Whether the node that was kept for the pod has been looked at, and does. */
    private boolean isKept(List<ScheduleResult> results, int looked) {
        return looked == 1 && !results.isEmpty() && !PodRequests.nodeOf(pod).isEmpty();
    }

    private ScheduleResult scheduled(CycleState state, FilterResult fitting) {
        if (state.claims().waiting().isEmpty()) {
            return new ScheduleResult.Schedulable(
                    new PodFinding.Schedulable(pod.ref(), fitting.node().ref()));
        }
        PodVolumes volumes = fitting.volumes();
        return new ScheduleResult.BindingVolumes(volumes.finding(pod, fitting.node()), volumes);
    }

    private ScheduleResult fitsNowhere(Map<Ref<Node>, List<NodeRejection>> rejections) {
        boolean neverPreempts = pod.spec().rest().get("preemptionPolicy").equals(Optional.of(new JsonString("Never")));
        return new ScheduleResult.Unschedulable(new PodFinding.FitsNowhere(
                pod.ref(),
                rejections,
                nodes() - rejections.size(),
                neverPreempts ? PreemptionPolicy.NEVER : PreemptionPolicy.PREEMPT_LOWER_PRIORITY));
    }
}
