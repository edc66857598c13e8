package io.mooring.binding.explain.surroundings;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.world.Cluster;
import io.mooring.tree.FieldPath;
import io.mooring.workload.CronJob;
import java.util.List;

/** Whether a CronJob is suspended, when it last ran, and what of it runs. */
public final class CronJobExplainer {
    private CronJobExplainer() {}

    public static Explanation explain(Cluster cluster, CronJob cronJob) {
        boolean isSuspended = cronJob.spec().suspend().orElse(false);
        String last = cronJob.status()
                .lastScheduleTime()
                .map(time -> ", and was due last at " + time)
                .orElse(", and was never due yet");
        Fact schedule = Fact.of(
                        FactCode.CRON_JOB_SCHEDULE,
                        cronJob.ref(),
                        FieldPath.of("spec", "schedule"),
                        "has the schedule \"" + cronJob.spec().schedule() + "\"" + last + next(cluster, cronJob))
                .having(cronJob.spec().schedule());
        String policy = cronJob.spec()
                .concurrencyPolicy()
                .map(found -> " (concurrencyPolicy " + found.value() + ")")
                .orElse("");
        Fact active = Fact.of(
                FactCode.CRON_JOB_ACTIVE,
                cronJob.ref(),
                FieldPath.of("status", "active"),
                "has " + Names.counted(cronJob.status().active().size(), "Job") + " that run now" + policy);
        return Explanation.of(
                        cronJob.ref(),
                        Outlook.FINE,
                        isSuspended ? "is suspended: it makes no Jobs." : "makes a Job whenever it is due.")
                .withFacts(List.of(schedule, active));
    }

    private static String next(Cluster cluster, CronJob cronJob) {
        return cronJob.dueAfter(cluster.now())
                .map(time -> "; is due next at " + time)
                .orElse("");
    }
}
