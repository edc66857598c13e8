package io.mooring.binding.control.job;

import io.mooring.binding.control.workload.PodWrites;
import io.mooring.binding.world.Write;
import io.mooring.workload.Job;
import io.mooring.workload.JobStatus;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.UncountedPods;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the pods that have ended, each once: noted by uid, let go, and then counted. Models {@code
 * trackJobStatusAndRemoveFinalizers}.
 */
record JobTracking(JobView view, JobProgress progress, PodWrites writes) {

    /**
     * Writes what is counted, and how the Job ends once nothing is left to count.
     *
     * @param deleted in this sync; they are counted when they have changed
     */
    void track(Optional<Ending> ending, Set<Pod> deleted) {
        count(held(Set.of()));
        List<Pod> ended = view.pods().stream()
                .filter(pod -> TrackedPods.isTracked(pod) && !deleted.contains(pod) && mayGo(pod, ending))
                .toList();
        note(ended, ending);
        ending.ifPresent(progress::aim);
        JobStatus noted = flush(view.job(), view.status());
        ended.forEach(pod -> writes.add(TrackedPods.released(pod)));
        count(held(new HashSet<>(ended)));
        boolean isOver = isNothingLeft();
        ending.filter(each -> isOver).ifPresent(progress::end);
        flush(view.job(), noted);
        ending.filter(each -> isOver).ifPresent(this::tell);
    }

    private JobStatus flush(Job job, JobStatus before) {
        if (!progress.status().equals(before)) {
            writes.add(new Write.UpdateStatus(job.withStatus(progress.status())));
        }
        return progress.status();
    }

    /** Models {@code canRemoveFinalizer}. */
    private boolean mayGo(Pod pod, Optional<Ending> ending) {
        return view.job().metadata().isBeingDeleted()
                || ending.isPresent()
                || pod.isIn(PodPhase.SUCCEEDED)
                || view.isFailed(pod);
    }

    /** Of a Job that has failed, every pod that did not succeed has failed too. */
    private void note(List<Pod> ended, Optional<Ending> ending) {
        UncountedPods uncounted = uncounted();
        List<String> succeeded = new ArrayList<>(uncounted.succeeded());
        List<String> failed = new ArrayList<>(uncounted.failed());
        boolean allFailed = ending.filter(Ending::isFailure).isPresent();
        for (Pod pod : ended) {
            String uid = pod.metadata().uid();
            boolean isCounted = !view.job().isIndexed() || view.isNumbered(pod);
            if (pod.isIn(PodPhase.SUCCEEDED) && !failed.contains(uid)) {
                if (!view.job().isIndexed() && !succeeded.contains(uid)) {
                    succeeded.add(uid);
                }
            } else if ((view.isFailed(pod) || allFailed) && isCounted && !failed.contains(uid)) {
                failed.add(uid);
            }
        }
        progress.set(progress.status()
                .withUncountedTerminatedPods(uncounted.withSucceeded(succeeded).withFailed(failed)));
        if (view.job().isIndexed()) {
            Indexes indexes = view.succeededIndexes();
            progress.set(progress.status()
                    .withCompletedIndexes(indexes.toString())
                    .withSucceeded(indexes.numbers().size()));
        }
    }

    private UncountedPods uncounted() {
        return progress.status().uncountedTerminatedPods().orElseThrow();
    }

    /** The uids of the pods that are held still. */
    private Set<String> held(Set<Pod> released) {
        Set<String> uids = new HashSet<>();
        view.pods().stream()
                .filter(pod -> TrackedPods.isTracked(pod) && !released.contains(pod))
                .forEach(pod -> uids.add(pod.metadata().uid()));
        return uids;
    }

    /** What was noted and is held no more. Models {@code cleanUncountedPodsWithoutFinalizers}. */
    private void count(Set<String> held) {
        JobStatus status = progress.status();
        UncountedPods uncounted = uncounted();
        List<String> succeeded =
                uncounted.succeeded().stream().filter(held::contains).toList();
        List<String> failed = uncounted.failed().stream().filter(held::contains).toList();
        progress.set(status.withSucceeded(
                        status.succeeded() + uncounted.succeeded().size() - succeeded.size())
                .withFailed(status.failed() + uncounted.failed().size() - failed.size())
                .withUncountedTerminatedPods(uncounted.withSucceeded(succeeded).withFailed(failed)));
    }

    private boolean isNothingLeft() {
        return uncounted().succeeded().isEmpty()
                && uncounted().failed().isEmpty()
                && progress.status().terminating().orElse(0) == 0;
    }

    private void tell(Ending ending) {
        Job job = view.job();
        boolean isTooMany = job.spec()
                .completions()
                .filter(completions -> progress.status().succeeded() > completions)
                .isPresent();
        if (ending.isFailure()) {
            writes.add(Write.warning(job, ending.reason(), ending.message()));
            return;
        }
        if (isTooMany) {
            writes.add(Write.warning(
                    job, "TooManySucceededPods", "Too many succeeded pods running after completion count reached"));
        }
        writes.add(Write.normal(job, "Completed", "Job completed"));
    }
}
