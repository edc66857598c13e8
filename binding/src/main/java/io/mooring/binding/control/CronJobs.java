package io.mooring.binding.control;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.workload.CronJob;
import io.mooring.workload.Job;
import io.mooring.workload.JobTemplateSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Jobs of CronJobs, on demand: no clock starts them here.
 *
 * <pre>{@code
 * cluster.create(CronJobs.job(cronJob, "backup-now"))
 * }</pre>
 */
public final class CronJobs {
    private CronJobs() {}

    /**
     * The Job that {@code kubectl create job --from=cronjob/NAME} makes; what the template says of the annotation that tells
     * so stands. Models {@code createJobFromCronJob}.
     */
    public static Job job(CronJob cronJob, String name) {
        JobTemplateSpec template = cronJob.spec().jobTemplate();
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put("cronjob.kubernetes.io/instantiate", "manual");
        annotations.putAll(template.metadata().annotations());
        OwnerReference owner = OwnerReference.builder()
                .apiVersion(cronJob.kind().apiVersion())
                .kind(cronJob.kind().name())
                .name(cronJob.metadata().name())
                .uid(cronJob.metadata().uid())
                .controller(true)
                .build();
        return Job.builder()
                .metadata(ObjectMeta.builder()
                        .name(name)
                        .namespace(cronJob.metadata().namespace())
                        .annotations(annotations)
                        .labels(template.metadata().labels())
                        .addOwnerReferences(owner)
                        .build())
                .spec(template.spec())
                .build();
    }
}
