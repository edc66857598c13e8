package io.mooring.binding.control.job;

import io.mooring.binding.control.workload.DeletionOrder;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.control.workload.OwnedPods;
import io.mooring.binding.control.workload.PodWrites;
import io.mooring.binding.finding.JobBackoff;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelOperator;
import io.mooring.meta.LabelRequirement;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One sync of a Job: pods are made or deleted, then those that have ended are counted. Models {@code syncJob}.
 */
final class JobSync {
    private final JobView view;
    private final IndexFailures failures;
    private final JobProgress progress;
    private final PodWrites writes;
    private final Set<Pod> withdrawn = new HashSet<>();
    private Optional<Duration> nextLook = Optional.empty();
    private int active;

    private JobSync(JobView view) {
        this.view = view;
        this.failures = IndexFailures.of(view);
        this.progress = new JobProgress(view, failures);
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
            active = 0;
            progress.counted(active, new HashSet<>(view.active()));
        } else {
            ending = manageAndComplete();
            progress.counted(active, withdrawn);
        }
        new JobTracking(view, progress, failures, writes).track(ending, withdrawn);
        Stream.concat(nextLook.stream(), untilDeadline().stream())
                .min(Comparator.naturalOrder())
                .ifPresent(wait -> writes.add(new Write.LookAgain(wait)));
    }

    private Optional<Ending> manageAndComplete() {
        boolean isManaged = !view.job().metadata().isBeingDeleted();
        if (isManaged) {
            manage();
        }
        if (progress.isComplete(active)) {
            return Optional.of(Ending.COMPLETED);
        }
        if (isManaged) {
            progress.suspendedOrResumed().ifPresent(writes::add);
        }
        return Optional.empty();
    }

    private Optional<Duration> untilDeadline() {
        return view.deadline()
                .map(end -> Duration.between(view.cluster().now(), end))
                .filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    /** It does not count as failed: it is let go before it is deleted. Models {@code deleteJobPods}. */
    private void withdraw(Pod pod) {
        if (TrackedPods.isTracked(pod)) {
            writes.add(TrackedPods.released(pod));
        }
        writes.delete(pod);
        withdrawn.add(pod);
        active--;
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
        int replaced = view.job().replacesOnlyFailed() ? view.terminating().size() : 0;
        int missing = wanted - replaced - active;
        if (missing > 0 && writes.haveRoom(missing)) {
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
        List<Pod> sorted =
                view.active().stream().sorted(DeletionOrder.youngestFirst()).toList();
        Set<Pod> surplus = new LinkedHashSet<>();
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
        return surplus.stream()
                .limit(PodWrites.BURST)
                .sorted(Comparator.comparing(pod -> pod.metadata().name()))
                .toList();
    }

    private void createUnlessBackingOff(int missing) {
        int count = Math.min(missing, PodWrites.BURST);
        if (IndexFailures.areCounted(view.job())) {
            List<Integer> indexes = missingIndexes(count);
            List<Integer> due = failures.due(view, indexes);
            nextLook = due.isEmpty() ? failures.untilFirst(view, indexes) : Optional.empty();
            createNumbered(due);
            return;
        }
        JobBackoff backoff = Backoff.after(view);
        nextLook = backoff.last()
                .map(last -> Backoff.remaining(
                        backoff.failures(), last, view.cluster().now()))
                .filter(wait -> !wait.isZero());
        if (nextLook.isPresent()) {
            return;
        }
        if (view.job().isIndexed()) {
            createNumbered(missingIndexes(count));
        } else {
            writes.create(NewPods.of(view.job()), count);
            active += writes.failure().isPresent() ? 0 : count;
        }
    }

    /** The lowest numbers that have neither ended nor a pod. Models {@code firstPendingIndexes}. */
    private List<Integer> missingIndexes(int count) {
        Indexes taken = view.succeededIndexes().and(failures.failed()).and(TrackedPods.indexes(view.active()));
        return (view.job().replacesOnlyFailed() ? taken.and(TrackedPods.indexes(view.terminating())) : taken)
                .missing(count, view.completions());
    }

    private void createNumbered(List<Integer> indexes) {
        for (int i = 0; i < indexes.size() && writes.failure().isEmpty(); i++) {
            Pod pod = NewPods.of(view.job(), indexes.get(i), failures);
            List<String> names = view.cluster().nextNames(pod, i + 1);
            writes.create(pod.withMetadata(pod.metadata().withName(names.get(i))));
            active += writes.failure().isPresent() ? 0 : 1;
        }
    }
}
