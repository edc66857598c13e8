package io.mooring.admission.workload;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.pod.GatedFields;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Semantics;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.workload.CronJob;
import io.mooring.workload.CronJobStatus;
import io.mooring.workload.JobSpec;
import io.mooring.workload.JobTemplateSpec;
import io.mooring.workload.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CronJobs: their schema, and the registry's strategy of {@code pkg/registry/batch/cronjob}. */
public final class CronJobPolicy implements KindPolicy<CronJob> {
    public static final CronJobPolicy POLICY = new CronJobPolicy();

    private static final String ZONE_IN_SCHEDULE =
            "cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead, see"
                    + " https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details";

    private CronJobPolicy() {}

    @Override
    public ObjectKind<CronJob> kind() {
        return CronJob.KIND;
    }

    @Override
    public Type<CronJob> type() {
        return CronJobSchema.CRON_JOB;
    }

    @Override
    public CronJob withoutDisabled(Semantics semantics, CronJob sent, Optional<CronJob> stored) {
        PodTemplateSpec template = template(sent);
        PodTemplateSpec known =
                GatedFields.of(semantics).withoutDisabled(template, stored.map(CronJobPolicy::template));
        return known == template ? sent : withTemplate(sent, known);
    }

    private static PodTemplateSpec template(CronJob cronJob) {
        return cronJob.spec().jobTemplate().spec().template();
    }

    private static CronJob withTemplate(CronJob cronJob, PodTemplateSpec template) {
        JobTemplateSpec job = cronJob.spec().jobTemplate();
        return cronJob.withSpec(
                cronJob.spec().withJobTemplate(job.withSpec(job.spec().withTemplate(template))));
    }

    @Override
    public CronJob prepareForCreate(CronJob created, AdmissionWorld world) {
        return created.withMetadata(created.metadata().withGeneration(1))
                .withStatus(CronJobStatus.builder().build());
    }

    @Override
    public CronJob prepareForUpdate(Update<CronJob> update, AdmissionWorld world) {
        return update.updated().withStatus(update.stored().status());
    }

    @Override
    public Check<Update<CronJob>> updated() {
        return CronJobPolicy::checkUpdate;
    }

    /** Names that are too long are older than the rule. */
    private static void checkUpdate(Update<CronJob> update, ErrorsAt at) {
        Metadata.legacyFinalizers(update.updated().metadata(), at.child("metadata"));
        CronJobSchema.SPEC.check(
                update.updated().spec(),
                at.child("spec")
                        .with(CronJobSchema.STORED, Optional.of(update.stored().spec())));
    }

    @Override
    public List<String> warnings(CronJob created, Semantics semantics) {
        List<String> warnings = new ArrayList<>(NameWarnings.of(created.metadata()));
        warnings.addAll(ofTemplate(created, semantics));
        return warnings;
    }

    /** Upstream's path of the schedule is its own. */
    @Override
    public List<String> warnings(Update<CronJob> update, Semantics semantics) {
        List<String> warnings = new ArrayList<>();
        if (!update.updated().spec().equals(update.stored().spec())) {
            warnings.addAll(ofTemplate(update.updated(), semantics));
        }
        if (CronJobSchema.namesZone(update.updated().spec().schedule())) {
            warnings.add(ZONE_IN_SCHEDULE);
        }
        return warnings;
    }

    private static List<String> ofTemplate(CronJob cronJob, Semantics semantics) {
        JobSpec spec = cronJob.spec().jobTemplate().spec();
        return JobSpecSchema.warnings(spec, "spec.jobTemplate.spec", semantics);
    }
}
