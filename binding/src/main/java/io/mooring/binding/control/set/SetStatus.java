package io.mooring.binding.control.set;

import io.mooring.workload.StatefulSetStatus;

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
                .build();
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

    /** Under OnDelete too, once the user has deleted every pod that was out of date. */
    private boolean isComplete(int updated) {
        int wanted = view.set().spec().replicas().orElse(1);
        return updated == wanted && view.pods().ready() == wanted && view.pods().created() == wanted;
    }
}
