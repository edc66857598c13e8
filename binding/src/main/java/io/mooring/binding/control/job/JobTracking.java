package io.mooring.binding.control.job;

import io.mooring.binding.control.workload.Int32;
import io.mooring.binding.control.workload.PodWrites;
import io.mooring.binding.finding.Finding;
import io.mooring.binding.finding.JobBackoff;
import io.mooring.binding.world.Write;
import io.mooring.workload.Job;
import io.mooring.workload.JobStatus;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.UncountedPods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts the pods that have ended, each once: noted by uid, let go, and then counted. Models {@code
 * trackJobStatusAndRemoveFinalizers}.
 */
record JobTracking(JobView view, JobProgress progress, IndexFailures failures, PodWrites writes) {

    /**
     * Writes what is counted, and how the Job ends once nothing is left to count.
     *
     * @param ending how it ends; its pods that run still are deleted as they are counted
     * @param withdrawn pods that were let go and deleted in this sync already
     */
    void track(Optional<Ending> ending, Set<Pod> withdrawn) {
        List<Pod> tracked = view.pods().stream()
                .filter(pod -> TrackedPods.isTracked(pod) && !withdrawn.contains(pod))
                .toList();
        count(uids(tracked));
        List<Pod> ended = tracked.stream().filter(pod -> mayGo(pod, ending)).toList();
        note(ended, ending);
        progress.numbered();
        ending.ifPresent(progress::aim);
        JobStatus noted = flush(view.job(), view.status());
        boolean isRemembered = remember();
        ended.forEach(pod -> writes.add(TrackedPods.released(pod)));
        if (ending.isPresent()) {
            view.active().stream().filter(pod -> !withdrawn.contains(pod)).forEach(writes::delete);
        }
        count(uids(tracked.stream().filter(pod -> !ended.contains(pod)).toList()));
        Optional<Ending> over = ending.filter(each -> isNothingLeft());
        over.ifPresent(progress::end);
        flush(view.job(), noted);
        over.ifPresent(this::tell);
        if (over.isPresent() && isRemembered) {
            writes.add(new Write.Forget(view.job().ref()));
        }
    }

    /** Whether failures are kept in mind; where numbers fail by themselves, each of them waits by itself. */
    private boolean remember() {
        JobBackoff backoff = Backoff.after(view);
        Optional<Finding> before = view.cluster().finding(view.job().ref());
        boolean isNew = !before.equals(Optional.<Finding>of(backoff)) && (before.isPresent() || backoff.failures() > 0);
        if (isNew && !IndexFailures.areCounted(view.job())) {
            writes.add(new Write.Note(backoff));
            return true;
        }
        return before.isPresent();
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
                || (view.isFailed(pod) && !failures.isWaiting(pod));
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
                addUnlessIgnored(pod, failed);
            }
        }
        progress.set(progress.status()
                .withUncountedTerminatedPods(uncounted.withSucceeded(succeeded).withFailed(failed)));
    }

    private void addUnlessIgnored(Pod pod, List<String> failed) {
        if (FailureVerdict.of(view.job(), pod).counts()) {
            failed.add(pod.metadata().uid());
        }
    }

    private UncountedPods uncounted() {
        return progress.status().uncountedTerminatedPods().orElseThrow();
    }

    private static Set<String> uids(List<Pod> pods) {
        return pods.stream().map(pod -> pod.metadata().uid()).collect(Collectors.toSet());
    }

    /** What was noted and is held no more. Models {@code cleanUncountedPodsWithoutFinalizers}. */
    private void count(Set<String> held) {
        JobStatus status = progress.status();
        UncountedPods uncounted = uncounted();
        List<String> succeeded =
                uncounted.succeeded().stream().filter(held::contains).toList();
        List<String> failed = uncounted.failed().stream().filter(held::contains).toList();
        progress.set(status.withSucceeded(after(status.succeeded(), uncounted.succeeded(), succeeded))
                .withFailed(after(status.failed(), uncounted.failed(), failed))
                .withUncountedTerminatedPods(uncounted.withSucceeded(succeeded).withFailed(failed)));
    }

    /** @param left those of the noted that are still held */
    private static int after(int counted, List<String> noted, List<String> left) {
        return Int32.bounded((long) counted + noted.size() - left.size());
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
