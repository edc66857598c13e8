package io.mooring.binding.control.set;

import io.mooring.workload.StatefulSetCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the condition Progressing says of a set that replaces all its pods at once. Models {@code setProgressingCondition}. */
record RecreationCondition(SetView view) {
    private static final String PROGRESSING = "Progressing";
    private static final String IN_PROGRESS = "RecreateInProgress";

    /**
     * The set's conditions as they are now.
     *
     * @param isComplete whether all pods are of the update revision and ready
     */
    List<StatefulSetCondition> conditions(boolean isComplete) {
        List<StatefulSetCondition> stored = view.set().status().conditions();
        if (!view.recreates() || view.set().metadata().isBeingDeleted()) {
            return stored;
        }
        List<StatefulSetCondition> started =
                progress().map(condition -> with(stored, condition)).orElse(stored);
        boolean isDone = isComplete && started.stream().anyMatch(RecreationCondition::isProgress);
        return isDone
                ? with(started, condition("False", "RecreateCompleted", "All pods recreated successfully"))
                : started;
    }

    private Optional<StatefulSetCondition> progress() {
        String update = view.revisions().update().name();
        if (view.pods().otherThan(update) > 0) {
            return Optional.of(condition("True", IN_PROGRESS, "Deleting old revision pods"));
        }
        return view.revisions().current().name().equals(update)
                ? Optional.empty()
                : Optional.of(condition("True", IN_PROGRESS, "Waiting for new-revision pods to be created"));
    }

    private StatefulSetCondition condition(String status, String reason, String message) {
        return StatefulSetCondition.builder()
                .type(PROGRESSING)
                .status(status)
                .lastTransitionTime(view.cluster().now())
                .reason(reason)
                .message(message)
                .build();
    }

    private static boolean isProgress(StatefulSetCondition condition) {
        return condition.type().equals(PROGRESSING);
    }

    /** In place of the one that is there; its time stays while its status does. */
    private static List<StatefulSetCondition> with(List<StatefulSetCondition> stored, StatefulSetCondition condition) {
        List<StatefulSetCondition> changed = new ArrayList<>();
        boolean isThere = false;
        for (StatefulSetCondition each : stored) {
            isThere |= isProgress(each);
            changed.add(isProgress(each) ? after(each, condition) : each);
        }
        if (!isThere) {
            changed.add(condition);
        }
        return changed;
    }

    private static StatefulSetCondition after(StatefulSetCondition before, StatefulSetCondition condition) {
        return before.status().equals(condition.status())
                ? condition.withLastTransitionTime(before.lastTransitionTime())
                : condition;
    }
}
