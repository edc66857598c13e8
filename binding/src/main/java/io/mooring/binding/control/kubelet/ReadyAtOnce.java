package io.mooring.binding.control.kubelet;

import io.mooring.binding.control.Kubelet;
import io.mooring.binding.control.volume.Report;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodStatus;
import io.mooring.workload.PodVolume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kubelet whose containers start and stop in no time. */
public final class ReadyAtOnce implements Kubelet {
    private static final List<String> CONDITIONS = List.of("Initialized", "Ready", "ContainersReady");

    @Override
    public Report look(Pod pod, Cluster world) {
        if (pod.metadata().isBeingDeleted()) {
            return new Report.Gone();
        }
        if (pod.hasEnded()) {
            return new Report.Nothing();
        }
        if (pod.isReady()) {
            return isTask(pod)
                    ? new Report.Status(status(pod, PodPhase.SUCCEEDED, "False", world.now()))
                    : new Report.Nothing();
        }
        return pod.spec().volumes().stream().allMatch(volume -> isThere(pod, volume, world))
                ? new Report.Status(status(pod, PodPhase.RUNNING, "True", world.now()))
                : new Report.Nothing();
    }

    private static boolean isTask(Pod pod) {
        return pod.spec().rest().get("restartPolicy").equals(Optional.of(new JsonString("Never")))
                && pod.spec().rest().has("activeDeadlineSeconds");
    }

    private static boolean isThere(Pod pod, PodVolume volume, Cluster world) {
        return volume.persistentVolumeClaim()
                .map(source -> source.claimName())
                .or(() -> volume.ephemeral().map(source -> pod.ephemeralClaimName(volume)))
                .map(claim -> world.claim(pod.metadata().namespace(), claim)
                        .filter(ReadyAtOnce::isBound)
                        .isPresent())
                .orElse(true);
    }

    private static boolean isBound(PersistentVolumeClaim claim) {
        return claim.status().phase().equals(Optional.of(ClaimPhase.BOUND));
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
