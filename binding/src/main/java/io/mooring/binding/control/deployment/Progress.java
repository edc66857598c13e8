package io.mooring.binding.control.deployment;

import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentCondition;
import io.mooring.workload.DeploymentStatus;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicaSetCondition;
import io.mooring.workload.ReplicaSetStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a Deployment says of its pods, and of how its rollout goes. Models {@code calculateStatus} and {@code progress.go}. */
final class Progress {
    /** The ReplicaSet of a template was refused. Kubernetes: {@code FailedRSCreateReason}. */
    static final String CREATE_ERROR = "ReplicaSetCreateError";

    private static final String PROGRESSING = "Progressing";
    private static final String AVAILABLE = "Available";
    private static final String FAILURE = "ReplicaFailure";
    private static final String TRUE = "True";
    private static final String FALSE = "False";
    private static final String UNKNOWN = "Unknown";

    private static final String ROLLED_OUT = "NewReplicaSetAvailable";
    private static final String TIMED_OUT = "ProgressDeadlineExceeded";
    private static final String PAUSED = "DeploymentPaused";

    private final Instant now;
    private DeploymentView view;
    private Deployment deployment;

    Progress(DeploymentView view) {
        this.view = view;
        this.now = view.cluster().now();
        this.deployment = view.deployment();
    }

    /** The Deployment with what was noted so far. */
    Deployment noted() {
        return deployment;
    }

    void noteRevision(String revision) {
        deployment = deployment.withMetadata(deployment.metadata().withAnnotation(Deployment.REVISION, revision));
    }

    void collided(int collisions) {
        if (collisions > 0) {
            deployment = deployment.withStatus(deployment.status().withCollisionCount(collisions));
        }
    }

    /** A ReplicaSet that was there before the Deployment counted progress. */
    void found(ReplicaSet set) {
        if (hasDeadline() && condition(deployment.status(), PROGRESSING).isEmpty()) {
            note(TRUE, "FoundNewReplicaSet", "Found new replica set \"" + nameOf(set) + "\"");
        }
    }

    void created(ReplicaSet set) {
        view = view.with(set);
        if (hasDeadline()) {
            note(TRUE, "NewReplicaSetCreated", "Created new replica set \"" + nameOf(set) + "\"");
        }
    }

    /**
     * The API refused the new ReplicaSet.
     *
     * @return the message of the event too
     */
    String refused(ReplicaSet set, String why) {
        String message = "Failed to create new replica set \"" + nameOf(set) + "\": " + why;
        if (hasDeadline()) {
            note(FALSE, CREATE_ERROR, message);
        }
        return message;
    }

    /** Models {@code checkPausedConditions}. */
    void pausedOrResumed() {
        Optional<String> reason = condition(deployment.status(), PROGRESSING).map(DeploymentCondition::reason);
        if (!hasDeadline() || reason.equals(Optional.of(TIMED_OUT))) {
            return;
        }
        boolean wasPaused = reason.equals(Optional.of(PAUSED));
        boolean isPaused = deployment.spec().paused();
        if (isPaused && !wasPaused) {
            note(UNKNOWN, PAUSED, "Deployment is paused");
        } else if (!isPaused && wasPaused) {
            note(UNKNOWN, "DeploymentResumed", "Deployment is resumed");
        }
    }

    private void note(String status, String reason, String message) {
        deployment = deployment.withStatus(with(deployment.status(), made(PROGRESSING, status, reason, message)));
    }

    private static String nameOf(ReplicaSet set) {
        return set.metadata().name();
    }

    /** The status without an estimate of the rollout. Models {@code syncDeploymentStatus}. */
    Deployment plainStatus() {
        return deployment.withStatus(counted());
    }

    /** Models {@code syncRolloutStatus}. */
    Deployment rolloutStatus() {
        DeploymentStatus status = counted();
        if (!hasDeadline()) {
            status = without(status, PROGRESSING);
        } else if (!isRolledOutBefore(status)) {
            status = estimated(status);
        }
        Optional<ReplicaSetCondition> failure = failure();
        return deployment.withStatus(
                failure.isPresent() ? with(status, promoted(failure.get())) : without(status, FAILURE));
    }

    private boolean isRolledOutBefore(DeploymentStatus status) {
        return status.replicas() == status.updatedReplicas()
                && condition(deployment.status(), PROGRESSING)
                        .filter(condition -> condition.reason().equals(ROLLED_OUT))
                        .isPresent();
    }

    private DeploymentStatus estimated(DeploymentStatus status) {
        if (isComplete(status)) {
            return with(status, made(PROGRESSING, TRUE, ROLLED_OUT, subject() + " has successfully progressed."));
        }
        if (isProgressing(status)) {
            DeploymentCondition made = made(PROGRESSING, TRUE, "ReplicaSetUpdated", subject() + " is progressing.");
            Optional<DeploymentCondition> before = condition(deployment.status(), PROGRESSING)
                    .filter(condition -> condition.status().equals(TRUE));
            return with(
                    without(status, PROGRESSING),
                    before.map(since -> made.withLastTransitionTime(since.lastTransitionTime()))
                            .orElse(made));
        }
        return isTimedOut(status)
                ? with(status, made(PROGRESSING, FALSE, TIMED_OUT, subject() + " has timed out progressing."))
                : status;
    }

    private String subject() {
        return view.current()
                .map(set -> "ReplicaSet \"" + nameOf(set) + "\"")
                .orElse("Deployment \"" + deployment.metadata().name() + "\"");
    }

    /** Whether all pods are of the current template and available. Models {@code DeploymentComplete}. */
    boolean isComplete() {
        return isComplete(counted());
    }

    private boolean isComplete(DeploymentStatus status) {
        return status.updatedReplicas() == view.wanted()
                && status.replicas() == view.wanted()
                && status.availableReplicas() == view.wanted();
    }

    private boolean isProgressing(DeploymentStatus status) {
        DeploymentStatus before = deployment.status();
        return status.updatedReplicas() > before.updatedReplicas()
                || status.replicas() - status.updatedReplicas() < before.replicas() - before.updatedReplicas()
                || status.readyReplicas() > before.readyReplicas()
                || status.availableReplicas() > before.availableReplicas();
    }

    private boolean isTimedOut(DeploymentStatus status) {
        Optional<DeploymentCondition> condition = condition(status, PROGRESSING);
        if (condition.isEmpty() || condition.get().reason().equals(ROLLED_OUT)) {
            return false;
        }
        return condition.get().reason().equals(TIMED_OUT)
                || deadline(condition.get()).filter(end -> end.isBefore(now)).isPresent();
    }

    private Optional<Instant> deadline(DeploymentCondition condition) {
        return deployment
                .spec()
                .progressDeadlineSeconds()
                .flatMap(seconds -> condition.lastUpdateTime().map(since -> since.plusSeconds(seconds)));
    }

    /** How long until a rollout that does not go on counts as failed. Models {@code requeueStuckDeployment}. */
    Optional<Duration> nextLook() {
        Deployment observed = rolloutStatus();
        Optional<DeploymentCondition> condition = condition(observed.status(), PROGRESSING);
        boolean isOver = !hasDeadline()
                || isComplete(observed.status())
                || condition.filter(each -> each.reason().equals(TIMED_OUT)).isPresent();
        return isOver
                ? Optional.empty()
                : condition.flatMap(this::deadline).map(end -> Duration.between(now, end.plusSeconds(1)));
    }

    private boolean hasDeadline() {
        return deployment
                .spec()
                .progressDeadlineSeconds()
                .filter(seconds -> seconds != Integer.MAX_VALUE)
                .isPresent();
    }

    /** Models {@code calculateStatus}. */
    private DeploymentStatus counted() {
        int available = view.sum(ReplicaSetStatus::availableReplicas);
        DeploymentStatus status = DeploymentStatus.builder()
                .from(deployment.status())
                .observedGeneration(deployment.metadata().generation())
                .replicas(view.sum(ReplicaSetStatus::replicas))
                .updatedReplicas(
                        view.current().map(set -> set.status().replicas()).orElse(0))
                .readyReplicas(view.sum(ReplicaSetStatus::readyReplicas))
                .availableReplicas(available)
                .unavailableReplicas(Math.max(0, view.asked() - available))
                .terminatingReplicas(terminating())
                .build();
        return with(status, availability(available));
    }

    /** Known only if all ReplicaSets say so. */
    private Optional<Integer> terminating() {
        boolean isKnown =
                view.all().allMatch(set -> set.status().terminatingReplicas().isPresent());
        return isKnown
                ? Optional.of(view.sum(status -> status.terminatingReplicas().orElse(0)))
                : Optional.empty();
    }

    private DeploymentCondition availability(int available) {
        return available >= view.wanted() - view.maxUnavailable()
                ? made(AVAILABLE, TRUE, "MinimumReplicasAvailable", "Deployment has minimum availability.")
                : made(
                        AVAILABLE,
                        FALSE,
                        "MinimumReplicasUnavailable",
                        "Deployment does not have minimum availability.");
    }

    /** Of the current ReplicaSet, or else of an old one. */
    private Optional<ReplicaSetCondition> failure() {
        return Stream.concat(view.current().stream(), view.old().stream())
                .flatMap(set -> set.status().conditions().stream())
                .filter(condition -> condition.type().equals(FAILURE))
                .findFirst();
    }

    private static DeploymentCondition promoted(ReplicaSetCondition condition) {
        return DeploymentCondition.builder()
                .type(condition.type())
                .status(condition.status())
                .lastUpdateTime(condition.lastTransitionTime())
                .lastTransitionTime(condition.lastTransitionTime())
                .reason(condition.reason())
                .message(condition.message())
                .build();
    }

    private DeploymentCondition made(String type, String status, String reason, String message) {
        return DeploymentCondition.builder()
                .type(type)
                .status(status)
                .lastUpdateTime(now)
                .lastTransitionTime(now)
                .reason(reason)
                .message(message)
                .build();
    }

    private static Optional<DeploymentCondition> condition(DeploymentStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    /** One of the same status and reason stays as it is. Models {@code SetDeploymentCondition}. */
    private static DeploymentStatus with(DeploymentStatus status, DeploymentCondition condition) {
        Optional<DeploymentCondition> before = condition(status, condition.type());
        boolean isSameStatus =
                before.filter(each -> each.status().equals(condition.status())).isPresent();
        if (isSameStatus && before.get().reason().equals(condition.reason())) {
            return status;
        }
        List<DeploymentCondition> conditions =
                new ArrayList<>(without(status, condition.type()).conditions());
        conditions.add(
                isSameStatus ? condition.withLastTransitionTime(before.get().lastTransitionTime()) : condition);
        return status.withConditions(conditions);
    }

    private static DeploymentStatus without(DeploymentStatus status, String type) {
        return status.withConditions(status.conditions().stream()
                .filter(condition -> !condition.type().equals(type))
                .toList());
    }
}
