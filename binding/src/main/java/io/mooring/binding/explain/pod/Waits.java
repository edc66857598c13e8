package io.mooring.binding.explain.pod;

import io.mooring.binding.claims.StatefulPodName;
import io.mooring.binding.claims.StatefulPods;
import io.mooring.binding.control.attach.AttachmentFindings;
import io.mooring.binding.control.deployment.Rollout;
import io.mooring.binding.control.scheduler.NodeCheck;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.control.set.SetFindings;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.control.workload.PodState;
import io.mooring.binding.finding.AttachmentFinding.AttachedElsewhere;
import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.finding.ReplicaFinding;
import io.mooring.binding.finding.ScaleDownFinding;
import io.mooring.binding.finding.SetFinding;
import io.mooring.binding.finding.UpdateFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who waits for whom, as the findings of the scheduler, of volumes on nodes, of sets and of Deployments have it. */
record Waits(Cluster cluster) {

    /** That one thing is waited for, and how that is said of the pod that waits. */
    record Wait(Want want, String text) {}

    /** What all has to come about; each entry is one way. None if nothing of this kind is waited for. */
    List<List<Wait>> of(Want want) {
        Optional<Pod> pod = cluster.get(want.pod());
        if (want.state() == Want.State.GONE) {
            return pod.filter(found -> !found.metadata().isBeingDeleted())
                    .map(this::toBeGone)
                    .orElse(List.of());
        }
        return pod.map(this::toBeReady).orElseGet(() -> toBeMade(want.pod()));
    }

    private List<List<Wait>> toBeReady(Pod pod) {
        if (pod.isReady() || pod.hasEnded() || pod.metadata().isBeingDeleted()) {
            return List.of();
        }
        return pod.isPlaced() ? toGetItsVolumes(pod) : toGetANode(pod);
    }

    private static List<List<Wait>> oneWay(List<Wait> all) {
        return all.isEmpty() ? List.of() : List.of(all);
    }

    private List<List<Wait>> toGetItsVolumes(Pod pod) {
        return oneWay(AttachmentFindings.of(cluster, pod).stream()
                .filter(AttachedElsewhere.class::isInstance)
                .map(AttachedElsewhere.class::cast)
                .flatMap(finding -> finding.users().stream()
                        .map(user -> new Wait(
                                Want.gone(user),
                                "waits for " + user.qualifiedName() + " to leave "
                                        + finding.holders().get(0).name() + ", where that has volume "
                                        + finding.volume().name())))
                .toList());
    }

    /** Nodes from which only certain pods keep it. */
    private List<List<Wait>> toGetANode(Pod pod) {
        if (!(PodFindings.of(cluster, pod) instanceof FitsNowhere)) {
            return List.of();
        }
        List<List<Wait>> ways = new ArrayList<>();
        for (NodeCheck check : PodFindings.nodeChecks(cluster, pod)) {
            ways.addAll(toFit(pod, check));
        }
        return ways.stream().distinct().toList();
    }

    private List<List<Wait>> toFit(Pod pod, NodeCheck check) {
        List<Wait> others = new ArrayList<>();
        boolean needsNeighbour = false;
        for (NodeRejection rejection : check.rejections()) {
            List<Ref<Pod>> holders = Holders.of(rejection);
            boolean isAffinity = rejection instanceof NodeRejection.NotNearWantedPods;
            if (holders.isEmpty() && !isAffinity) {
                return List.of();
            }
            needsNeighbour |= isAffinity;
            holders.forEach(holder -> others.add(new Wait(
                    Want.gone(holder),
                    "waits for " + holder.qualifiedName() + " to go: "
                            + rejection
                                    .accept(DemandByRejection.INSTANCE)
                                    .get(0)
                                    .failure())));
        }
        if (!needsNeighbour) {
            return List.of(others.stream().distinct().toList());
        }
        return PodFindings.awaitedNeighbours(cluster, pod).stream()
                .map(awaited -> Stream.concat(
                                Stream.of(new Wait(
                                        Want.ready(awaited),
                                        "waits for " + awaited.qualifiedName()
                                                + " to get a node, since it must be near to that pod (podAffinity)")),
                                others.stream())
                        .toList())
                .toList();
    }

    /** A pod that its set makes once those before it are ready. */
    private List<List<Wait>> toBeMade(Ref<Pod> pod) {
        return setOf(pod).stream()
                .flatMap(set -> first(SetFindings.of(cluster, set)).stream()
                        .filter(first -> !first.equals(pod))
                        .map(first -> List.of(new Wait(
                                Want.ready(first),
                                "is made once " + first.qualifiedName() + " is ready (OrderedReady)"))))
                .toList();
    }

    private Optional<StatefulSet> setOf(Ref<Pod> pod) {
        return StatefulPodName.parse(pod.name())
                .flatMap(name ->
                        cluster.statefulSet(pod.namespace(), name.set()).filter(set -> set.hasOrdinal(name.ordinal())));
    }

    /** The replica that holds up everything after it. */
    private Optional<Ref<Pod>> first(SetFinding finding) {
        return finding instanceof SetFinding.Unsettled unsettled
                ? unsettled.replicas().stream()
                        .filter(replica -> replica.effect() != ReplicaFinding.Effect.NONE)
                        .map(ReplicaFinding::pod)
                        .findFirst()
                : Optional.empty();
    }

    private List<List<Wait>> toBeGone(Pod pod) {
        return owner(pod, StatefulSet.KIND)
                .map(set -> toBeGone(pod, set))
                .or(() -> owner(pod, ReplicaSet.KIND).map(this::toBeGone))
                .orElse(List.of());
    }

    private <T extends KubernetesObject> Optional<T> owner(Pod pod, ObjectKind<T> kind) {
        return pod.metadata()
                .controller()
                .filter(owner -> owner.isOf(kind))
                .flatMap(owner -> cluster.get(kind.ref(pod.metadata().namespace(), owner.name())));
    }

    /** It goes when it is scaled away or updated, and the set does either after its replicas are ready. */
    private List<List<Wait>> toBeGone(Pod pod, StatefulSet set) {
        SetFinding finding = SetFindings.of(cluster, set);
        if (!(finding instanceof SetFinding.Unsettled unsettled)) {
            return List.of();
        }
        for (ScaleDownFinding each : unsettled.scaleDown()) {
            if (each instanceof ScaleDownFinding.HeldBack held && held.pod().equals(pod.ref())) {
                return List.of(List.of(new Wait(
                        Want.ready(held.by()),
                        "is scaled away once " + held.by().qualifiedName() + " is ready or gone (OrderedReady)")));
            }
        }
        boolean isSurplus = !set.hasOrdinal(ordinal(pod));
        boolean isOutdated = !StatefulPods.revisionOf(pod).equals(set.status().updateRevision())
                && unsettled.update() instanceof UpdateFinding.HeldUp;
        return first(finding)
                .filter(first -> (isSurplus || isOutdated) && !first.equals(pod.ref()))
                .map(first -> List.of(List.of(new Wait(
                        Want.ready(first),
                        (isSurplus ? "is scaled away once " : "is updated once ") + first.qualifiedName()
                                + " is ready (OrderedReady)"))))
                .orElse(List.of());
    }

    private static long ordinal(Pod pod) {
        return StatefulPodName.parse(pod.metadata().name())
                .map(StatefulPodName::ordinal)
                .orElse(-1);
    }

    /** An old pod of a Deployment stays until so many new ones are available. */
    private List<List<Wait>> toBeGone(ReplicaSet old) {
        Optional<Deployment> deployment = old.metadata()
                .controller()
                .filter(owner -> owner.isOf(Deployment.KIND))
                .flatMap(owner -> cluster.get(Deployment.KIND.ref(old.metadata().namespace(), owner.name())));
        return deployment
                .map(found -> Rollout.of(cluster, found))
                .filter(rollout -> rollout.isHeld() && isAmong(old, rollout.old()))
                .flatMap(Rollout::current)
                .map(current -> oneWay(Keeping.kept(cluster, current, Pod.KIND)
                        .filter(pod -> PodState.isActive(pod) && !pod.isReady())
                        .map(pod -> new Wait(
                                Want.ready(pod.ref()),
                                "stays until " + pod.ref().qualifiedName()
                                        + ", which is to take its place, is ready (RollingUpdate)"))
                        .toList()))
                .orElse(List.of());
    }

    private static boolean isAmong(ReplicaSet set, List<ReplicaSet> sets) {
        return sets.stream().anyMatch(each -> each.ref().equals(set.ref()));
    }
}
