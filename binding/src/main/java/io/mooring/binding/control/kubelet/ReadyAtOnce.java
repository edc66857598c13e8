package io.mooring.binding.control.kubelet;

import io.mooring.binding.control.Kubelet.Report;
import io.mooring.binding.control.volume.AttachableVolume;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kubelet whose containers start and stop in no time. */
public final class ReadyAtOnce {
    private static final List<String> CONDITIONS = List.of("Initialized", "Ready", "ContainersReady");

    private ReadyAtOnce() {}

    /** What it reports of the pod now. */
    public static Report report(Pod pod, Cluster cluster) {
        if (pod.metadata().isBeingDeleted()) {
            return new Report.Gone();
        }
        if (pod.hasEnded()) {
            return new Report.Nothing();
        }
        if (pod.isReady()) {
            return isTask(pod)
                    ? new Report.Status(status(pod, PodPhase.SUCCEEDED, "False", cluster.now()))
                    : new Report.Nothing();
        }
        return areClaimsBound(pod, cluster) && areVolumesAttached(pod, cluster)
                ? new Report.Status(status(pod, PodPhase.RUNNING, "True", cluster.now()))
                : new Report.Nothing();
    }

    private static boolean isTask(Pod pod) {
        return pod.spec().rest().get("restartPolicy").equals(Optional.of(new JsonString("Never")))
                && pod.spec().rest().has("activeDeadlineSeconds");
    }

    private static boolean areClaimsBound(Pod pod, Cluster cluster) {
        return pod.claims().stream()
                .allMatch(claim -> cluster.get(claim)
                        .filter(PersistentVolumeClaim::isBound)
                        .isPresent());
    }

    /** Models {@code VerifyControllerAttachedVolume}: the kubelet goes by what its node's status lists. */
    private static boolean areVolumesAttached(Pod pod, Cluster cluster) {
        return cluster.node(pod.spec().nodeName())
                .filter(Node::isManagedForAttach)
                .map(node -> AttachableVolume.of(cluster, pod).allMatch(volume -> volume.isAttachedTo(node)))
                .orElse(true);
    }

    private static PodStatus status(Pod pod, PodPhase phase, String isReady, Instant now) {
        List<PodCondition> conditions = new ArrayList<>(pod.status().conditions());
        conditions.removeIf(condition -> CONDITIONS.contains(condition.type()));
        for (String type : CONDITIONS) {
            conditions.add(PodCondition.builder()
                    .type(type)
                    .status(type.equals("Initialized") ? "True" : isReady)
                    .lastTransitionTime(now)
                    .build());
        }
        return pod.status().withPhase(phase).withConditions(conditions);
    }
}
