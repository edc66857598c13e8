package io.mooring.binding.explain.set;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.Quote;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.words.Names;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Job;
import io.mooring.workload.JobCondition;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/** A Job. */
record JobExplainer(Evidence evidence, Job job) {

    Explanation explanation() {
        HeldUp heldUp = new HeldUp(evidence, job.ref());
        Optional<JobCondition> failed =
                job.condition("Failed").filter(each -> each.status().equals("True"));
        if (failed.isPresent()) {
            return failed(heldUp, failed.get());
        }
        if (job.isFinished()) {
            return heldUp.of(Outlook.FINE, "is complete");
        }
        if (job.isSuspended()) {
            return heldUp.of(
                    Outlook.WAITS,
                    "is suspended",
                    Fact.of(FactCode.JOB_SUSPENDED, job.ref(), FieldPath.of("spec", "suspend"), "is suspended"));
        }
        return Pods.notKnown(heldUp, Pod.KIND)
                .orElseGet(() -> running(Pods.of(evidence, job, job.spec().template())));
    }

    /** A Job that has failed stays so. */
    private Explanation failed(HeldUp heldUp, JobCondition condition) {
        return heldUp.of(
                        Outlook.BLOCKED,
                        "has failed",
                        Fact.of(
                                        FactCode.JOB_FAILED,
                                        job.ref(),
                                        FieldPath.of("status", "conditions"),
                                        "has failed, and is not tried again: " + condition.reason())
                                .having(condition.reason()))
                .withQuotes(List.of(new Quote(condition.reason(), condition.message())));
    }

    /** How many pods it wants at once. */
    private int wanted() {
        return job.spec()
                .completions()
                .map(all -> Math.min(job.parallelism(), all - job.status().succeeded()))
                .orElse(job.parallelism());
    }

    private Explanation running(Pods pods) {
        String headline = "has " + job.status().succeeded()
                + job.spec().completions().map(wanted -> " of " + wanted).orElse("") + " pods that succeeded";
        Optional<Pod> unready = pods.unready();
        if (unready.isPresent()) {
            return pods.heldUp().by(unready.get(), headline, List.of());
        }
        int active = pods.active().size();
        return active == 0
                ? pods.tooMany(wanted(), headline).orElseGet(() -> pods.missing(1, headline))
                : pods.heldUp()
                        .of(
                                Outlook.WAITS,
                                headline + ", and runs",
                                Fact.of(
                                        FactCode.JOB_RUNS,
                                        job.ref(),
                                        FieldPath.of("status", "active"),
                                        "has " + Names.counted(active, "pod") + " that run until they have ended"));
    }
}
