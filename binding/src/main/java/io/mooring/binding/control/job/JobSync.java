package io.mooring.binding.control.job;

import io.mooring.binding.control.workload.DeletionOrder;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.control.workload.OwnedPods;
import io.mooring.binding.control.workload.PodWrites;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelOperator;
import io.mooring.meta.LabelRequirement;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One sync of a Job: pods are made or deleted, then those that have ended are counted. Models {@code syncJob}.
 */
final class JobSync {
    private final JobView view;
    private final JobProgress progress;
    private final PodWrites writes;
    private final Set<Pod> deleted = new HashSet<>();
    private Optional<Duration> nextLook = Optional.empty();
    private int active;

    private JobSync(JobView view) {
        this.view = view;
        this.progress = new JobProgress(view);
        this.writes = new PodWrites(view.cluster(), view.job());
        this.active = view.active().size();
    }

    /** Of a selector that the API server made, the labels are taken as they are: a uid need not be fit for a label. */
    static LabelMatcher matcher(Job job) {
        return job.spec()
                .selector()
                .map(selector -> selector.matchExpressions().isEmpty()
                        ? LabelMatcher.allOf(selector.matchLabels().entrySet().stream()
                                .map(label -> new LabelRequirement(
                                        label.getKey(), LabelOperator.EQUALS, List.of(label.getValue())))
                                .toList())
                        : LabelMatcher.of(selector))
                .orElse(LabelMatcher.NOTHING);
    }

    static List<Write> writes(Cluster cluster, Job job) {
        Keeping<Pod> kept = OwnedPods.of(cluster, job, matcher(job), pod -> true);
        if (!kept.writes().isEmpty()) {
            return kept.writes();
        }
        JobSync sync = new JobSync(new JobView(cluster, job, kept.kept()));
        sync.act();
        return sync.writes.all();
    }

    private void act() {
        progress.begin();
        Optional<Ending> ending = progress.ending();
        if (ending.isPresent()) {
            view.active().forEach(this::delete);
        } else if (!view.job().metadata().isBeingDeleted()) {
            manage();
            progress.suspendedOrResumed().ifPresent(writes::add);
        }
        progress.counted(active, deleted);
        boolean isComplete = ending.isEmpty() && deleted.isEmpty() && progress.isComplete(active);
        new JobTracking(view, progress, writes)
                .track(isComplete ? Optional.of(Ending.COMPLETED) : ending.filter(each -> deleted.isEmpty()), deleted);
        nextLook.or(this::untilDeadline).ifPresent(wait -> writes.add(new Write.LookAgain(wait)));
    }

    private Optional<Duration> untilDeadline() {
        return view.deadline()
                .map(end -> Duration.between(view.cluster().now(), end))
                .filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    private void delete(Pod pod) {
        writes.delete(pod);
        deleted.add(pod);
        active--;
    }

    /** It does not count as failed: it is let go before it is deleted. Models {@code deleteJobPods}. */
    private void withdraw(Pod pod) {
        if (TrackedPods.isTracked(pod)) {
            writes.add(TrackedPods.released(pod));
        }
        delete(pod);
    }

    /** Models {@code manageJob}: pods that are too many go first, then those that are missing come. */
    private void manage() {
        if (view.job().isSuspended()) {
            view.active().forEach(this::withdraw);
            return;
        }
        int wanted = wanted();
        List<Pod> surplus = surplus(Math.max(0, active - wanted));
        if (!surplus.isEmpty()) {
            surplus.forEach(this::withdraw);
            return;
        }
        int replaced = view.replacesOnlyFailed() ? view.terminating().size() : 0;
        int missing = wanted - replaced - active;
        if (missing > 0) {
            createUnlessBackingOff(missing);
        }
    }

    /** Never more than are left to complete. */
    private int wanted() {
        int parallelism = view.job().parallelism();
        if (view.job().spec().completions().isEmpty()) {
            return view.succeeded() > 0 ? active : parallelism;
        }
        return Math.max(0, Math.min(parallelism, view.completions() - view.succeeded()));
    }

    /** Of an Indexed Job also those without one of its numbers, or with the number of another. */
    private List<Pod> surplus(int count) {
        List<Pod> sorted = view.active().stream()
                .sorted(DeletionOrder.of(List.of(), view.cluster().now()))
                .toList();
        List<Pod> surplus = new ArrayList<>();
        if (view.job().isIndexed()) {
            Set<Integer> seen = new HashSet<>();
            for (int i = sorted.size() - 1; i >= 0; i--) {
                Pod pod = sorted.get(i);
                if (!view.isNumbered(pod) || !seen.add(TrackedPods.index(pod).getAsInt())) {
                    surplus.add(pod);
                }
            }
        }
        sorted.stream()
                .filter(pod -> !surplus.contains(pod))
                .limit(Math.max(0, count - surplus.size()))
                .forEach(surplus::add);
        surplus.sort(Comparator.comparing(pod -> pod.metadata().name()));
        return surplus;
    }

    private void createUnlessBackingOff(int missing) {
        Optional<Duration> wait = view.backoff()
                .map(backoff -> backoff.remaining(view.cluster().now()))
                .filter(left -> !left.isNegative() && !left.isZero());
        if (wait.isPresent()) {
            nextLook = wait;
            return;
        }
        int count = Math.min(missing, PodWrites.BURST);
        if (view.job().isIndexed()) {
            createNumbered(count);
        } else {
            writes.create(NewPods.of(view.job()), count);
            active += writes.failure().isPresent() ? 0 : count;
        }
    }

    /** The lowest numbers that neither succeeded nor run. */
    private void createNumbered(int count) {
        List<Integer> busy = new ArrayList<>();
        view.active().forEach(pod -> TrackedPods.index(pod).ifPresent(busy::add));
        if (view.replacesOnlyFailed()) {
            view.terminating().forEach(pod -> TrackedPods.index(pod).ifPresent(busy::add));
        }
        List<Integer> missing = view.succeededIndexes().and(busy).missing(count, view.completions());
        for (int i = 0; i < missing.size() && writes.failure().isEmpty(); i++) {
            Pod pod = NewPods.of(view.job(), missing.get(i));
            List<String> names = view.cluster().nextNames(pod, i + 1);
            writes.create(pod.withMetadata(pod.metadata().withName(names.get(i))));
            active += writes.failure().isPresent() ? 0 : 1;
        }
    }
}
