package io.mooring.binding.control.job;

import io.mooring.binding.world.Write;
import io.mooring.workload.Job;
import io.mooring.workload.JobCondition;
import io.mooring.workload.JobStatus;
import io.mooring.workload.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a Job says of its pods and of how it goes, as it adds up in one sync. */
final class JobProgress {
    private static final String SUSPENDED = "Suspended";
    private static final String TRUE = "True";
    private static final String FALSE = "False";

    private final JobView view;
    private final IndexFailures failures;
    private final Instant now;
    private JobStatus status;

    JobProgress(JobView view, IndexFailures failures) {
        this.view = view;
        this.failures = failures;
        this.now = view.cluster().now();
        this.status = view.status().withUncountedTerminatedPods(view.uncounted());
    }

    JobStatus status() {
        return status;
    }

    void set(JobStatus changed) {
        status = changed;
    }

    void begin() {
        if (status.startTime().isEmpty() && !view.job().isSuspended()) {
            status = status.withStartTime(now);
        }
    }

    /**
     * How it ends, if it is decided: what was decided before stands; then what makes it fail is asked, and then what makes it
     * succeed early.
     */
    Optional<Ending> ending() {
        return condition(Ending.SUCCESS_CRITERIA_MET)
                .map(each -> Ending.succeeded(each.reason(), each.message()))
                .or(() -> condition(Ending.FAILURE_TARGET).map(each -> Ending.failed(each.reason(), each.message())))
                .or(this::failingPod)
                .or(() -> Optional.of(Ending.BACKOFF_LIMIT).filter(each -> view.isBeyondBackoffLimit()))
                .or(() -> view.deadline().filter(end -> !end.isAfter(now)).map(end -> Ending.DEADLINE))
                .or(() -> failures.ending(view))
                .or(() -> EarlySuccess.ending(view));
    }

    /** Models {@code getFailJobMessage}. */
    private Optional<Ending> failingPod() {
        return view.pods().stream()
                .filter(view::isFailed)
                .flatMap(pod -> FailureVerdict.of(view.job(), pod).ending().stream())
                .findFirst();
    }

    private Optional<JobCondition> condition(String type) {
        return view.job().condition(type).filter(each -> each.status().equals(TRUE));
    }

    /** Without a number of completions, any success is enough once no other pod runs. */
    boolean isComplete(int active) {
        boolean isEnough = view.job().spec().completions().isPresent()
                ? view.succeeded() >= view.completions()
                : view.succeeded() > 0;
        return isEnough && active == 0;
    }

    /** The event, if it was suspended or resumed: suspended it has not begun, resumed it begins anew. */
    Optional<Write> suspendedOrResumed() {
        Job job = view.job();
        if (job.isSuspended()) {
            if (!change(SUSPENDED, TRUE, "JobSuspended", "Job suspended")) {
                return Optional.empty();
            }
            status = status.withStartTime(Optional.empty());
            return Optional.of(Write.normal(job, SUSPENDED, "Job suspended"));
        }
        if (!change(SUSPENDED, FALSE, "JobResumed", "Job resumed")) {
            return Optional.empty();
        }
        status = status.withStartTime(now);
        return Optional.of(Write.normal(job, "Resumed", "Job resumed"));
    }

    /** Those that are deleted in this sync count as on their way. */
    void counted(int active, Set<Pod> deleted) {
        int ready = (int) view.active().stream()
                .filter(pod -> pod.isReady() && !deleted.contains(pod))
                .count();
        status = status.withActive(active)
                .withReady(ready)
                .withTerminating(view.terminating().size() + deleted.size());
    }

    /** Which numbers have succeeded, and which have failed where they do so by themselves. */
    void numbered() {
        if (view.job().isIndexed()) {
            Indexes succeeded = view.succeededIndexes();
            Optional<String> failed =
                    Optional.of(failures.failed().toString()).filter(text -> IndexFailures.areCounted(view.job()));
            status = status.withCompletedIndexes(succeeded.toString())
                    .withSucceeded(succeeded.size())
                    .withFailedIndexes(failed);
        }
    }

    void aim(Ending ending) {
        change(ending.aim(), TRUE, ending.reason(), ending.message());
    }

    void end(Ending ending) {
        change(ending.end(), TRUE, ending.reason(), ending.message());
        status = ending.isFailure() ? status : status.withCompletionTime(now);
    }

    /** Models {@code ensureJobConditionStatus}: what was never there does not become False. */
    private boolean change(String type, String value, String reason, String message) {
        List<JobCondition> conditions = new ArrayList<>(status.conditions());
        JobCondition changed = JobCondition.builder()
                .type(type)
                .status(value)
                .lastProbeTime(now)
                .lastTransitionTime(now)
                .reason(reason)
                .message(message)
                .build();
        for (int i = 0; i < conditions.size(); i++) {
            JobCondition before = conditions.get(i);
            if (before.type().equals(type)) {
                boolean isSame = before.status().equals(value)
                        && before.reason().equals(reason)
                        && before.message().equals(message);
                conditions.set(i, isSame ? before : changed);
                status = status.withConditions(conditions);
                return !isSame;
            }
        }
        if (value.equals(FALSE)) {
            return false;
        }
        conditions.add(changed);
        status = status.withConditions(conditions);
        return true;
    }
}
