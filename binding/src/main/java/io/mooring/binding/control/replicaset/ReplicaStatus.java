package io.mooring.binding.control.replicaset;

import io.mooring.binding.control.workload.Availability;
import io.mooring.binding.control.workload.PodState;
import io.mooring.meta.ObjectMeta;
import io.mooring.workload.Pod;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaKeeper;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicaSetCondition;
import io.mooring.workload.ReplicaSetStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a ReplicaSet or ReplicationController says of its pods. Models {@code calculateStatus}. */
record ReplicaStatus(ReplicaSync sync) {
    private static final String FAILURE = "ReplicaFailure";

    /** @param failure the API's message, if it refuses a pod */
    ReplicaSetStatus status(Optional<String> failure) {
        ReplicaKeeper keeper = sync.keeper();
        return ReplicaSetStatus.builder()
                .from(keeper.status())
                .replicas(sync.active().size())
                .fullyLabeledReplicas(count(this::isFullyLabeled))
                .readyReplicas(count(Pod::isReady))
                .availableReplicas(count(pod -> Availability.isAvailable(
                        keeper.minReadySeconds(), pod, sync.cluster().now())))
                .terminatingReplicas(terminating(keeper))
                .observedGeneration(keeper.metadata().generation())
                .build()
                .withConditions(conditions(failure));
    }

    private int count(Predicate<Pod> counts) {
        return (int) sync.active().stream().filter(counts).count();
    }

    private boolean isFullyLabeled(Pod pod) {
        Set<Map.Entry<String, String>> wanted = sync.keeper()
                .podTemplate()
                .map(PodTemplateSpec::metadata)
                .map(ObjectMeta::labels)
                .orElse(Map.of())
                .entrySet();
        return pod.metadata().labels().entrySet().containsAll(wanted);
    }

    /** ReplicationControllers do not count them. */
    private Optional<Integer> terminating(ReplicaKeeper keeper) {
        return keeper instanceof ReplicaSet
                ? Optional.of((int) sync.pods().kept().stream()
                        .filter(PodState::isTerminating)
                        .count())
                : Optional.empty();
    }

    /** One that is there already is kept as it is. */
    private List<ReplicaSetCondition> conditions(Optional<String> failure) {
        List<ReplicaSetCondition> before = sync.keeper().status().conditions();
        boolean isThere = before.stream().anyMatch(each -> each.type().equals(FAILURE));
        if (isThere == failure.isPresent()) {
            return before;
        }
        List<ReplicaSetCondition> conditions = new ArrayList<>(before);
        conditions.removeIf(each -> each.type().equals(FAILURE));
        failure.ifPresent(message -> conditions.add(ReplicaSetCondition.builder()
                .type(FAILURE)
                .status("True")
                .lastTransitionTime(sync.cluster().now())
                .reason("FailedCreate")
                .message(message)
                .build()));
        return conditions;
    }
}
