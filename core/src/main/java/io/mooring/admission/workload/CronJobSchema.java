package io.mooring.admission.workload;

import static io.mooring.schema.Checks.nonNegative;
import static io.mooring.schema.Checks.notEmpty;
import static io.mooring.schema.Checks.oneOf;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.metadata.ObjectReferences;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.CheckOption;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.workload.ConcurrencyPolicy;
import io.mooring.workload.CronJob;
import io.mooring.workload.CronJobSpec;
import io.mooring.workload.CronJobStatus;
import io.mooring.workload.JobTemplateSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A CronJob, in the order of {@code ValidateCronJobCreate} of {@code batch/validation}; defaults of {@code
 * SetDefaults_CronJob}.
 */
final class CronJobSchema {
    /** What is stored, if this is an update: what stays as it is need not be right. */
    static final CheckOption<Optional<CronJobSpec>> STORED =
            new CheckOption<>("the CronJob that is stored", Optional.empty());

    private static final int COMPLETED_KEPT = 3;
    private static final int FAILED_KEPT = 1;

    /** Its Jobs' names are eleven longer. */
    private static final int LONGEST_NAME = 52;

    private static final Schema<JobTemplateSpec> TEMPLATE = Schema.of(
                    JobTemplateSpec::builder, JobTemplateSpec.Builder::build)
            .always("metadata", Metadata.COMMON, JobTemplateSpec::metadata, JobTemplateSpec.Builder::metadata)
            .unchecked()
            .always("spec", JobSpecSchema.SPEC, JobTemplateSpec::spec, JobTemplateSpec.Builder::spec)
            .rule(CronJobSchema::noSelector)
            .schema();

    static final Schema<CronJobSpec> SPEC = Schema.of(CronJobSpec::builder, CronJobSpec.Builder::build)
            .always("schedule", Types.STRING, CronJobSpec::schedule, CronJobSpec.Builder::schedule)
            .check(notEmpty().declared())
            .rule(CronJobSchema::schedule)
            .optional(
                    "startingDeadlineSeconds",
                    Types.LONG,
                    CronJobSpec::startingDeadlineSeconds,
                    CronJobSpec.Builder::startingDeadlineSeconds)
            .check(nonNegative())
            .optional("timeZone", Types.STRING, CronJobSpec::timeZone, CronJobSpec.Builder::timeZone)
            .rule(CronJobSchema::timeZone)
            .zeroAsAbsent(
                    "concurrencyPolicy",
                    Types.named(ConcurrencyPolicy::new, ConcurrencyPolicy::value),
                    CronJobSpec::concurrencyPolicy,
                    CronJobSpec.Builder::concurrencyPolicy)
            .preset(ConcurrencyPolicy.ALLOW)
            .check(oneOf(ConcurrencyPolicy::value, "Allow", "Forbid", "Replace"))
            .optional("suspend", Types.BOOL, CronJobSpec::suspend, CronJobSpec.Builder::suspend)
            .preset(false)
            .always("jobTemplate", TEMPLATE, CronJobSpec::jobTemplate, CronJobSpec.Builder::jobTemplate)
            .optional(
                    "successfulJobsHistoryLimit",
                    Types.INT,
                    CronJobSpec::successfulJobsHistoryLimit,
                    CronJobSpec.Builder::successfulJobsHistoryLimit)
            .preset(COMPLETED_KEPT)
            .check(nonNegative())
            .optional(
                    "failedJobsHistoryLimit",
                    Types.INT,
                    CronJobSpec::failedJobsHistoryLimit,
                    CronJobSpec.Builder::failedJobsHistoryLimit)
            .preset(FAILED_KEPT)
            .check(nonNegative())
            .schema();

    private static final Schema<CronJobStatus> STATUS = Schema.of(CronJobStatus::builder, CronJobStatus.Builder::build)
            .list("active", ObjectReferences.REFERENCE, CronJobStatus::active, CronJobStatus.Builder::active)
            .optional(
                    "lastScheduleTime",
                    Types.TIME,
                    CronJobStatus::lastScheduleTime,
                    CronJobStatus.Builder::lastScheduleTime)
            .optional(
                    "lastSuccessfulTime",
                    Types.TIME,
                    CronJobStatus::lastSuccessfulTime,
                    CronJobStatus.Builder::lastSuccessfulTime)
            .schema();

    static final Schema<CronJob> CRON_JOB = Schema.of(CronJob::builder, CronJob.Builder::build)
            .constant("apiVersion", CronJob.KIND.apiVersion())
            .constant("kind", CronJob.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    CronJob::metadata,
                    CronJob.Builder::metadata)
            .always("spec", SPEC, CronJob::spec, CronJob.Builder::spec)
            .rule(CronJobSchema::nameOfJobs)
            .always("status", STATUS, CronJob::status, CronJob.Builder::status)
            .schema();

    private CronJobSchema() {}

    private static void nameOfJobs(CronJob cronJob, ErrorsAt at) {
        String name = cronJob.metadata().name();
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            at.child("metadata", "name").invalid(name, "must be no more than " + LONGEST_NAME + " characters");
        }
    }

    /** A zone in the schedule stays where it is stored. Models {@code validateScheduleFormat}. */
    private static void schedule(CronJobSpec spec, ErrorsAt at) {
        String schedule = spec.schedule();
        if (schedule.isEmpty()) {
            return;
        }
        ErrorsAt place = at.child("schedule");
        CronSchedule.problem(schedule).ifPresent(problem -> place.invalid(schedule, problem));
        if (!namesZone(schedule)) {
            return;
        }
        boolean isOld =
                at.option(STORED).filter(stored -> namesZone(stored.schedule())).isPresent();
        if (!isOld) {
            place.invalid(schedule, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
        } else if (spec.timeZone().isPresent()) {
            place.invalid(schedule, "cannot use both timeZone field and TZ or CRON_TZ in schedule");
        }
    }

    /** Whether a schedule says in which zone it is read. */
    static boolean namesZone(String schedule) {
        return schedule.contains("TZ");
    }

    private static void timeZone(CronJobSpec spec, ErrorsAt at) {
        boolean isOld = at.option(STORED)
                .filter(stored -> stored.timeZone().equals(spec.timeZone()))
                .isPresent();
        if (!isOld) {
            spec.timeZone()
                    .ifPresent(zone -> TimeZones.problems(zone)
                            .forEach(problem -> at.child("timeZone").invalid(BadValue.ofTyped(zone), problem)));
        }
    }

    /** Its Jobs get selectors of their own. */
    private static void noSelector(JobTemplateSpec template, ErrorsAt at) {
        ErrorsAt spec = at.child("spec");
        template.spec()
                .selector()
                .ifPresent(selector -> spec.child("selector")
                        .invalid(TemplateChecks.printed(selector), "`selector` will be auto-generated"));
        template.spec()
                .manualSelector()
                .filter(isManual -> isManual)
                .ifPresent(isManual ->
                        spec.child("manualSelector").notSupported(new BadValue("true"), List.of("nil", "false")));
    }
}
