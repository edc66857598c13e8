package io.mooring.binding.control.deployment;

import io.mooring.admission.CauseKind;
import io.mooring.admission.Verdict;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectMeta;
import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentStrategyType;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One sync of a Deployment. It does the first thing that is due to its ReplicaSets, which wake it again, and writes the status
 * as it was before.
 */
final class DeploymentSync {
    private static final Comparator<ReplicaSet> BY_REVISION =
            Comparator.comparingLong(ReplicaAnnotations::revision).thenComparing(DeploymentView.OLDEST_FIRST);

    private final DeploymentView view;
    private final Progress progress;
    private final List<Write> writes = new ArrayList<>();
    private final List<Write> refused = new ArrayList<>();

    private DeploymentSync(DeploymentView view) {
        this.view = view;
        this.progress = new Progress(view);
    }

    /** Models {@code syncDeployment}. */
    static List<Write> writes(Cluster cluster, Deployment deployment) {
        Keeping<ReplicaSet> sets = Keeping.of(
                cluster,
                deployment,
                DeploymentView.matcher(deployment),
                ReplicaSet.KIND,
                DeploymentView.ORPHANS,
                set -> true);
        if (!sets.writes().isEmpty()) {
            return sets.writes();
        }
        DeploymentSync sync = new DeploymentSync(DeploymentView.of(cluster, deployment, sets.kept()));
        sync.act();
        return sync.all();
    }

    private List<Write> all() {
        List<Write> all = new ArrayList<>(writes);
        all.addAll(refused);
        return all;
    }

    private void act() {
        noteRevision();
        if (!writes.isEmpty()) {
            return;
        }
        Deployment deployment = view.deployment();
        if (deployment.metadata().isBeingDeleted()) {
            writeStatus(progress.plainStatus());
            return;
        }
        progress.pausedOrResumed();
        if (deployment.spec().paused() || Scaling.isDue(view)) {
            scaleAll();
        } else if (deployment.spec().strategy().type().equals(Optional.of(DeploymentStrategyType.RECREATE))) {
            recreate();
        } else {
            roll();
        }
    }

    /**
     * The ReplicaSet of the current template has the latest revision and the Deployment's annotations, and the Deployment
     * notes the revision. Models the first half of {@code getNewReplicaSet}.
     */
    private void noteRevision() {
        if (view.current().isEmpty()) {
            return;
        }
        ReplicaSet current = view.current().get();
        Deployment deployment = view.deployment();
        ReplicaSet noted = current.withMetadata(
                        ReplicaAnnotations.current(current.metadata(), deployment, NewReplicaSet.revision(view)))
                .withSpec(current.spec().withMinReadySeconds(deployment.spec().minReadySeconds()));
        if (!noted.equals(current)) {
            writes.add(new Write.Update(noted));
            return;
        }
        noteRevision(current.metadata());
        progress.found(current);
    }

    /** Written together with the status, upstream. */
    private void noteRevision(ObjectMeta current) {
        Deployment deployment = view.deployment();
        String revision = current.annotations().getOrDefault(Deployment.REVISION, "");
        if (!deployment.metadata().annotation(Deployment.REVISION).equals(Optional.of(revision))) {
            progress.noteRevision(revision);
        }
    }

    /** Models {@code sync}. */
    private void scaleAll() {
        scale(Scaling.shared(view));
        if (view.deployment().spec().paused()) {
            cleanUp();
        }
        writeStatus(progress.plainStatus());
    }

    /** Models {@code rolloutRolling}. */
    private void roll() {
        if (view.current().isEmpty()) {
            create();
            return;
        }
        ReplicaSet current = view.current().get();
        scale(Scaling.up(view, current));
        if (isIdle()) {
            scale(Scaling.down(view, current));
        }
        finishRollout();
    }

    /** Models {@code rolloutRecreate}. */
    private void recreate() {
        scale(Scaling.oldAway(view));
        if (isIdle() && !areOldPodsThere()) {
            if (view.current().isEmpty()) {
                create();
                return;
            }
            scale(Scaling.up(view, view.current().get()));
        }
        finishRollout();
    }

    /** Models {@code oldPodsRunning}. */
    private boolean areOldPodsThere() {
        return view.old().stream()
                .anyMatch(set -> set.status().replicas() > 0
                        || Keeping.kept(view.cluster(), set, Pod.KIND).anyMatch(pod -> !pod.hasEnded()));
    }

    private void finishRollout() {
        if (isIdle() && progress.isComplete()) {
            cleanUp();
        }
        writeStatus(progress.rolloutStatus());
        progress.nextLook().ifPresent(wait -> writes.add(new Write.LookAgain(wait)));
    }

    /** Models the second half of {@code getNewReplicaSet}; what follows knows the ReplicaSet already. */
    private void create() {
        NewReplicaSet made = NewReplicaSet.of(view);
        progress.collided(made.collisions());
        view.cluster()
                .verdictOn(made.set())
                .accept(Verdict.Cases.of(
                        admitted -> created(made.set(), admitted), refusal -> refused(made.set(), refusal)));
    }

    private DeploymentSync created(ReplicaSet set, Verdict.Admitted admitted) {
        writes.add(new Write.CreateAdmitted(admitted));
        if (set.wantedReplicas() > 0) {
            writes.add(scaled(set, 0, set.wantedReplicas()));
        }
        noteRevision(set.metadata());
        progress.created(set);
        if (view.isRolling()) {
            scale(Scaling.down(view.with(set), set));
        }
        finishRollout();
        return this;
    }

    /** That its namespace is being deleted is no failure. */
    private DeploymentSync refused(ReplicaSet set, Verdict.Refused refusal) {
        if (!refusal.hasCause(CauseKind.NAMESPACE_TERMINATING)) {
            String message = progress.refused(set, refusal.message());
            writes.add(Write.warning(view.deployment(), Progress.CREATE_ERROR, message));
            writeStatus(progress.noted());
        }
        refused.add(new Write.Create(set));
        return this;
    }

    /** Models {@code scaleReplicaSet}. */
    private void scale(Map<ReplicaSet, Integer> sizes) {
        sizes.forEach((set, size) -> {
            ReplicaSet scaled = set.withSpec(set.spec().withReplicas(size))
                    .withMetadata(ReplicaAnnotations.scaled(set.metadata(), view));
            if (!scaled.equals(set)) {
                writes.add(new Write.Update(scaled));
            }
            if (size != set.wantedReplicas()) {
                writes.add(scaled(set, set.wantedReplicas(), size));
            }
        });
    }

    private Write scaled(ReplicaSet set, int before, int after) {
        return Write.normal(
                view.deployment(),
                "ScalingReplicaSet",
                "Scaled " + (after > before ? "up" : "down") + " replica set "
                        + set.metadata().name() + " from " + before + " to " + after);
    }

    /** The oldest ReplicaSets without pods, beyond the number that is kept. Models {@code cleanupDeployment}. */
    private void cleanUp() {
        Optional<Integer> limit =
                view.deployment().spec().revisionHistoryLimit().filter(kept -> kept != Integer.MAX_VALUE);
        List<ReplicaSet> old = view.old().stream()
                .filter(set -> !set.metadata().isBeingDeleted())
                .sorted(BY_REVISION)
                .toList();
        old.stream()
                .limit(Math.max(0, old.size() - limit.orElse(Integer.MAX_VALUE)))
                .filter(set -> set.status().replicas() == 0
                        && set.wantedReplicas() == 0
                        && set.metadata().generation() <= set.status().observedGeneration())
                .forEach(set -> writes.add(Write.delete(set.ref())));
    }

    private boolean isIdle() {
        return writes.isEmpty();
    }

    private void writeStatus(Deployment observed) {
        Deployment stored = view.deployment();
        if (!observed.metadata().equals(stored.metadata())) {
            writes.add(new Write.Update(observed));
        }
        if (!observed.status().equals(stored.status())) {
            writes.add(new Write.UpdateStatus(observed));
        }
    }
}
