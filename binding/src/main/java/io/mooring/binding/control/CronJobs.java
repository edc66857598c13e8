package io.mooring.binding.control;

import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Job;

/**
 * The Jobs of CronJobs, on demand: no clock starts them here. A CronJob itself is carried along.
 *
 * <pre>{@code
 * cluster.create(CronJobs.job(cronJob, "backup-now"))
 * }</pre>
 */
public final class CronJobs {
    private static final String METADATA = "metadata";

    private CronJobs() {}

    /** The Job that {@code kubectl create job --from=cronjob/NAME} makes. Models {@code createJobFromCronJob}. */
    public static JsonObject job(OtherObject cronJob, String name) {
        JsonObject template = object(cronJob.content(), "spec", "jobTemplate");
        JsonObject annotations = object(template, METADATA, "annotations")
                .with("cronjob.kubernetes.io/instantiate", new JsonString("manual"));
        JsonObject owner = JsonObject.of(
                        "apiVersion", new JsonString(cronJob.kind().apiVersion()))
                .with("kind", new JsonString(cronJob.kind().name()))
                .with("name", new JsonString(cronJob.metadata().name()))
                .with("uid", new JsonString(cronJob.metadata().uid()))
                .with("controller", JsonBool.TRUE);
        JsonObject metadata = JsonObject.of("name", new JsonString(name))
                .with("namespace", new JsonString(cronJob.metadata().namespace()))
                .with("annotations", annotations)
                .with("labels", object(template, METADATA, "labels"))
                .with("ownerReferences", JsonArray.of(owner));
        return JsonObject.of("apiVersion", new JsonString(Job.KIND.apiVersion()))
                .with("kind", new JsonString(Job.KIND.name()))
                .with(METADATA, metadata)
                .with("spec", object(template, "spec"));
    }

    private static JsonObject object(JsonObject tree, String... path) {
        JsonValue found = tree.at(path).orElse(JsonObject.EMPTY);
        return found instanceof JsonObject object ? object : JsonObject.EMPTY;
    }
}
