package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.Finding;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.SchedulerPlugin;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Kinds;
import io.mooring.binding.world.Lister;
import io.mooring.binding.world.View;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePSet;

/**
 * The pods on no node whose condition says that they can run nowhere, and who rejected them when they were last looked at.
 * Of a pod that came with its condition, such as one of another cluster, the latter is not known. Upstream: the {@code
 * unschedulablePods} of the scheduling queue.
 *
 * @param all those whose condition says so
 * @param rejections who rejected them, where it is known
 * @param waitingForAnything those of the first that more may help than a change of their own claims
 * @param waitingForNeighbours those of them that pods may help which come to a node
 */
record UnschedulablePods(
        TreePSet<Ref<Pod>> all,
        HashPMap<Ref<Pod>, Rejection> rejections,
        TreePSet<Ref<Pod>> waitingForAnything,
        TreePSet<Ref<Pod>> waitingForNeighbours) {

    static final View<UnschedulablePods> VIEW = new View<>() {
        private static final Kinds KINDS = Kinds.of(Pod.KIND);

        @Override
        public Kinds watches() {
            return KINDS;
        }

        @Override
        public UnschedulablePods start() {
            return new UnschedulablePods(TreePSet.empty(), HashTreePMap.empty(), TreePSet.empty(), TreePSet.empty());
        }

        @Override
        public UnschedulablePods after(UnschedulablePods pods, Change<?> change, Lister objects) {
            return change.as(Pod.KIND).map(pods::after).orElse(pods);
        }

        @Override
        public UnschedulablePods after(UnschedulablePods pods, Optional<Finding> before, Optional<Finding> found) {
            UnschedulablePods without = unschedulable(before).map(pods::without).orElse(pods);
            return unschedulable(found).map(without::with).orElse(without);
        }

        private Optional<PodFinding.Unschedulable> unschedulable(Optional<Finding> finding) {
            return finding.filter(PodFinding.Unschedulable.class::isInstance).map(PodFinding.Unschedulable.class::cast);
        }
    };

    /** Who rejected a pod. Upstream: {@code UnschedulablePlugins} of {@code QueuedPodInfo}. */
    private record Rejection(Set<SchedulerPlugin> plugins, boolean dependsOnItsClaimsOnly) {
        boolean isOfNeighbours() {
            return plugins.isEmpty() || plugins.stream().anyMatch(NEIGHBOURS::contains);
        }
    }

    private static final Set<SchedulerPlugin> NEIGHBOURS =
            Set.of(SchedulerPlugin.POD_TOPOLOGY_SPREAD, SchedulerPlugin.INTER_POD_AFFINITY);

    /** Those that more may help than a change of their own claims. */
    static List<Pod> waitingForAnything(Cluster cluster) {
        return pods(cluster, cluster.view(VIEW).waitingForAnything);
    }

    /** Those of them that pods may help which come to a node. */
    static List<Pod> waitingForNeighbours(Cluster cluster) {
        return pods(cluster, cluster.view(VIEW).waitingForNeighbours);
    }

    private static List<Pod> pods(Cluster cluster, TreePSet<Ref<Pod>> waiting) {
        return waiting.isEmpty()
                ? List.of()
                : waiting.stream().flatMap(pod -> cluster.get(pod).stream()).toList();
    }

    /** The plug-ins that rejected the pod; none if there were no nodes; empty if it is not known. */
    static Optional<Set<SchedulerPlugin>> rejectors(Cluster cluster, Pod pod) {
        return Optional.ofNullable(cluster.view(VIEW).rejections.get(pod.ref())).map(Rejection::plugins);
    }

    private static boolean isUnschedulable(Pod pod) {
        return !pod.isPlaced() && SchedulingFailure.isUnschedulable(pod);
    }

    private UnschedulablePods after(Change<Pod> change) {
        boolean was = change.before().filter(UnschedulablePods::isUnschedulable).isPresent();
        boolean is = change.after().filter(UnschedulablePods::isUnschedulable).isPresent();
        return was == is ? this : with(change.object().ref(), is);
    }

    private UnschedulablePods with(Ref<Pod> pod, boolean isUnschedulable) {
        return with(isUnschedulable ? all.plus(pod) : all.minus(pod), rejections)
                .sorted(pod);
    }

    private UnschedulablePods with(PodFinding.Unschedulable finding) {
        Rejection rejection = new Rejection(finding.rejectors(), finding.dependsOnItsClaimsOnly());
        return with(all, rejections.plus(finding.about(), rejection)).sorted(finding.about());
    }

    private UnschedulablePods without(PodFinding.Unschedulable finding) {
        return with(all, rejections.minus(finding.about())).sorted(finding.about());
    }

    private UnschedulablePods with(TreePSet<Ref<Pod>> pods, HashPMap<Ref<Pod>, Rejection> known) {
        return new UnschedulablePods(pods, known, waitingForAnything, waitingForNeighbours);
    }

    private UnschedulablePods sorted(Ref<Pod> pod) {
        Rejection rejection = rejections.get(pod);
        boolean waits = all.contains(pod) && (rejection == null || !rejection.dependsOnItsClaimsOnly());
        boolean waitsForNeighbours = waits && (rejection == null || rejection.isOfNeighbours());
        return new UnschedulablePods(
                all,
                rejections,
                with(waitingForAnything, pod, waits),
                with(waitingForNeighbours, pod, waitsForNeighbours));
    }

    private static TreePSet<Ref<Pod>> with(TreePSet<Ref<Pod>> pods, Ref<Pod> pod, boolean isIn) {
        return isIn ? pods.plus(pod) : pods.minus(pod);
    }
}
