package io.mooring.binding.control.workload;

import io.mooring.binding.control.Kubelet;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.DaemonSetSpec;
import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentSpec;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicaSetSpec;
import java.util.List;
import java.util.Map;

/** What keeps pods, and what becomes of it. */
public final class Workloads {
    /** Pods with this label never become ready. */
    private static final String BROKEN = "broken";

    private Workloads() {}

    /** Pods are ready at once, unless they are labelled as broken. */
    public static final Kubelet SOME_BROKEN = (pod, cluster) ->
            pod.metadata().labels().containsKey(BROKEN) && !pod.metadata().isBeingDeleted()
                    ? new Kubelet.Report.Nothing()
                    : Kubelet.READY_AT_ONCE.report(pod, cluster);

    public static PodTemplateSpec template(String app, String... claims) {
        return PodTemplateSpec.builder()
                .metadata(ObjectMeta.builder().putLabels("app", app).build())
                .spec(Given.pod(app, claims).spec())
                .build();
    }

    public static Deployment deployment(String name, int replicas, String... claims) {
        return Deployment.builder()
                .metadata(metadata(name))
                .spec(DeploymentSpec.builder()
                        .replicas(replicas)
                        .selector(selecting(name))
                        .template(template(name, claims))
                        .build())
                .build();
    }

    public static ReplicaSet replicaSet(String name, int replicas, String... claims) {
        return ReplicaSet.builder()
                .metadata(metadata(name))
                .spec(ReplicaSetSpec.builder()
                        .replicas(replicas)
                        .selector(selecting(name))
                        .template(template(name, claims))
                        .build())
                .build();
    }

    public static DaemonSet daemonSet(String name, String... claims) {
        return DaemonSet.builder()
                .metadata(metadata(name))
                .spec(DaemonSetSpec.builder()
                        .selector(selecting(name))
                        .template(template(name, claims))
                        .build())
                .build();
    }

    /** A Job whose pods are not started again. */
    public static Job job(String name, JobSpec spec, String... claims) {
        PodTemplateSpec template = template(name, claims);
        JsonObject never = JsonObject.of("restartPolicy", new JsonString("Never"));
        return Job.builder()
                .metadata(metadata(name))
                .spec(spec.withTemplate(template.withSpec(template.spec().withRest(never))))
                .build();
    }

    /** A patch of a pod's status: how it ended. */
    public static JsonObject ended(PodPhase phase) {
        return JsonObject.of("status", JsonObject.of("phase", new JsonString(phase.value())));
    }

    public static LabelSelector selecting(String app) {
        return LabelSelector.builder().putMatchLabels("app", app).build();
    }

    private static ObjectMeta metadata(String name) {
        return ObjectMeta.builder().name(name).namespace(Given.NAMESPACE).build();
    }

    /** A patch of the template's label {@code v}. */
    public static JsonObject version(String version) {
        return label("v", version);
    }

    /** A patch after which new pods never become ready. */
    public static JsonObject broken() {
        return label(BROKEN, "yes");
    }

    private static JsonObject label(String name, String value) {
        JsonObject labels = JsonObject.of("labels", JsonObject.of(name, new JsonString(value)));
        return spec("template", JsonObject.of("metadata", labels));
    }

    public static JsonObject replicas(int count) {
        return spec("replicas", JsonNumber.of(count));
    }

    /** A patch of one field of the spec. */
    public static JsonObject spec(String field, JsonValue value) {
        return JsonObject.of("spec", JsonObject.of(field, value));
    }

    public static Cluster patched(Cluster cluster, Ref<?> object, JsonObject patch) {
        return cluster.patch(object, patch).orThrow();
    }

    public static List<Pod> pods(Cluster cluster) {
        return List.copyOf(cluster.list(Pod.KIND, Given.NAMESPACE));
    }

    /** The pods with this label. */
    public static List<Pod> pods(Cluster cluster, String label, String value) {
        Map.Entry<String, String> wanted = Map.entry(label, value);
        return pods(cluster).stream()
                .filter(pod -> pod.metadata().labels().entrySet().contains(wanted))
                .toList();
    }
}
