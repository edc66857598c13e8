package io.mooring.binding.control.set;

import io.mooring.release.Behaviour;
import io.mooring.workload.StatefulSetStatus;
import io.mooring.workload.UpdateStrategyType;
import java.util.Optional;

/** What a set says of its pods. Models {@code updateStatus} and {@code completeRollingUpdate}. */
record SetStatus(SetView view) {

    StatefulSetStatus status() {
        SetPods pods = view.pods();
        String current = view.revisions().current().name();
        String update = view.revisions().update().name();
        int updated = pods.ofRevision(update);
        boolean isComplete = isComplete(updated);
        return StatefulSetStatus.builder()
                .from(view.set().status())
                .observedGeneration(view.set().metadata().generation())
                .collisionCount(view.set().status().collisionCount().orElse(0))
                .replicas(pods.created())
                .readyReplicas(pods.ready())
                .availableReplicas(available())
                .currentReplicas(isComplete ? updated : pods.ofRevision(current))
                .updatedReplicas(updated)
                .currentRevision(isComplete ? update : current)
                .updateRevision(update)
                .conditions(new RecreationCondition(view).conditions(isComplete))
                .build();
    }

    private boolean isRolling() {
        return view.set().spec().updateStrategy().type().equals(Optional.of(UpdateStrategyType.ROLLING_UPDATE));
    }

    private int available() {
        SetPods pods = view.pods();
        if (view.set().spec().minReadySeconds() == 0) {
            return pods.ready();
        }
        return (int) pods.ordinals().stream()
                .flatMap(ordinal -> view.pod(ordinal).stream())
                .filter(view::isAvailable)
                .count();
    }

    /** Under OnDelete too, in newer releases, once the user has deleted every pod that was out of date. */
    private boolean isComplete(int updated) {
        if (!isRolling() && !view.cluster().semantics().has(Behaviour.ON_DELETE_ROLLOUT_COMPLETES)) {
            return false;
        }
        int wanted = view.set().spec().replicas().orElse(1);
        return updated == wanted && view.pods().ready() == wanted && view.pods().created() == wanted;
    }
}
