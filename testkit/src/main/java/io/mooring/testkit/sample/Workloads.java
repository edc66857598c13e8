package io.mooring.testkit.sample;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Generator;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.CronJob;
import io.mooring.workload.CronJobSpec;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.DaemonSetSpec;
import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentSpec;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import io.mooring.workload.JobTemplateSpec;
import io.mooring.workload.PodManagementPolicy;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicaSetSpec;
import io.mooring.workload.ReplicationController;
import io.mooring.workload.ReplicationControllerSpec;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetSpec;
import java.util.List;

/**
 * What keeps pods, with claims of its own or with claims that its pods share. They name no namespace, and stand in {@code
 * default}.
 *
 * <pre>{@code
 * StatefulSet set = Workloads.any().statefulSets().from(choices);
 * KubernetesObject other = Workloads.using(List.of("data-a")).from(choices);
 * }</pre>
 */
public final class Workloads implements Generator<KubernetesObject> {
    /** The kinds that there are. */
    public static final List<ObjectKind<?>> KINDS = List.of(
            StatefulSet.KIND,
            Deployment.KIND,
            Job.KIND,
            ReplicaSet.KIND,
            ReplicationController.KIND,
            DaemonSet.KIND,
            CronJob.KIND);

    private static final List<String> SETS = List.of("web", "db");
    private static final List<ClaimRetentionPolicy> RETENTION =
            List.of(ClaimRetentionPolicy.RETAIN, ClaimRetentionPolicy.DELETE);
    private static final int MOST_REPLICAS = 3;

    private final List<String> claims;
    private final List<String> classes;

    private Workloads(List<String> claims, List<String> classes) {
        this.claims = claims;
        this.classes = classes;
    }

    /** Their pods use what {@link Claims#any} makes. */
    public static Workloads any() {
        return using(Claims.NAMES);
    }

    /** Their pods use these claims, if any. */
    public static Workloads using(List<String> claims) {
        return new Workloads(List.copyOf(claims), Classes.NAMES);
    }

    /** The same with claims of their own of these classes. */
    public Workloads of(List<String> others) {
        return new Workloads(claims, List.copyOf(others));
    }

    /** Any kind. */
    @Override
    public KubernetesObject from(Choices choices) {
        return ofKind(choices.pick(KINDS)).from(choices);
    }

    /**
     * Those of one kind.
     *
     * @throws IllegalArgumentException if it is none of {@link #KINDS}
     */
    public Generator<? extends KubernetesObject> ofKind(ObjectKind<?> kind) {
        return switch (KINDS.indexOf(kind)) {
            case 0 -> statefulSets();
            case 1 -> deployments();
            case 2 -> jobs();
            case 3 -> replicaSets();
            case 4 -> replicationControllers();
            case 5 -> daemonSets();
            case 6 -> cronJobs();
            default -> throw new IllegalArgumentException("no workload " + kind + "; there are " + KINDS);
        };
    }

    /** Called {@code web} or {@code db}, with claims {@code data-web-0} and so on. */
    public Generator<StatefulSet> statefulSets() {
        return statefulSets(SETS);
    }

    /** The same with one of these names. */
    public Generator<StatefulSet> statefulSets(List<String> names) {
        return choices -> {
            String name = choices.pick(names);
            StatefulSetSpec.Builder spec = StatefulSetSpec.builder()
                    .serviceName(name)
                    .replicas(1 + choices.below(MOST_REPLICAS))
                    .selector(selecting(name))
                    .template(labelled(name, Pods.using(List.of()).of(List.of()).spec(Choices.of(List.of()))))
                    .addVolumeClaimTemplates(ClaimTemplate.builder()
                            .metadata(ObjectMeta.builder().name("data").build())
                            .spec(Claims.any().of(classes).spec(choices))
                            .build());
            if (choices.chance(30)) {
                spec.podManagementPolicy(PodManagementPolicy.PARALLEL);
            }
            if (choices.chance(50)) {
                spec.persistentVolumeClaimRetentionPolicy(ClaimRetention.builder()
                        .whenScaled(choices.pick(RETENTION))
                        .whenDeleted(choices.pick(RETENTION))
                        .build());
            }
            return StatefulSet.builder()
                    .metadata(ObjectMeta.builder().name(name).build())
                    .spec(spec.build())
                    .build();
        };
    }

    /** Called {@code app}. */
    public Generator<Deployment> deployments() {
        return choices -> Deployment.builder()
                .metadata(ObjectMeta.builder().name("app").build())
                .spec(DeploymentSpec.builder()
                        .replicas(1 + choices.below(MOST_REPLICAS))
                        .selector(selecting("app"))
                        .template(template("app", choices))
                        .build())
                .build();
    }

    /** Called {@code cache}. */
    public Generator<ReplicaSet> replicaSets() {
        return choices -> ReplicaSet.builder()
                .metadata(ObjectMeta.builder().name("cache").build())
                .spec(ReplicaSetSpec.builder()
                        .replicas(1 + choices.below(MOST_REPLICAS))
                        .selector(selecting("cache"))
                        .template(template("cache", choices))
                        .build())
                .build();
    }

    /** Called {@code old}. */
    public Generator<ReplicationController> replicationControllers() {
        return choices -> ReplicationController.builder()
                .metadata(ObjectMeta.builder().name("old").build())
                .spec(ReplicationControllerSpec.builder()
                        .replicas(1 + choices.below(MOST_REPLICAS))
                        .template(template("old", choices))
                        .build())
                .build();
    }

    /** Called {@code agent}. */
    public Generator<DaemonSet> daemonSets() {
        return choices -> DaemonSet.builder()
                .metadata(ObjectMeta.builder().name("agent").build())
                .spec(DaemonSetSpec.builder()
                        .selector(selecting("agent"))
                        .template(template("agent", choices))
                        .build())
                .build();
    }

    /** Called {@code load}; its pods are not started again. */
    public Generator<Job> jobs() {
        return choices -> Job.builder()
                .metadata(ObjectMeta.builder().name("load").build())
                .spec(jobSpec("load", choices))
                .build();
    }

    /** Called {@code backup}; {@link io.mooring.binding.control.CronJobs#job} makes its Jobs, since no clock does. */
    public Generator<CronJob> cronJobs() {
        return choices -> CronJob.builder()
                .metadata(ObjectMeta.builder().name("backup").build())
                .spec(CronJobSpec.builder()
                        .schedule("0 3 * * *")
                        .jobTemplate(JobTemplateSpec.builder()
                                .spec(jobSpec("backup", choices))
                                .build())
                        .build())
                .build();
    }

    private JobSpec jobSpec(String app, Choices choices) {
        PodTemplateSpec template = template(app, choices);
        JsonObject never = template.spec().rest().with("restartPolicy", new JsonString("Never"));
        JobSpec.Builder spec = JobSpec.builder()
                .parallelism(1 + choices.below(2))
                .completions(1 + choices.below(2))
                .template(template.withSpec(template.spec().withRest(never)));
        if (choices.chance(20)) {
            spec.completionMode(CompletionMode.INDEXED);
        }
        if (choices.chance(20)) {
            spec.backoffLimit(choices.below(3));
        }
        return spec.build();
    }

    private PodTemplateSpec template(String app, Choices choices) {
        return labelled(app, Pods.using(claims).of(classes).spec(choices));
    }

    private static PodTemplateSpec labelled(String app, PodSpec spec) {
        return PodTemplateSpec.builder()
                .metadata(ObjectMeta.builder().putLabels("app", app).build())
                .spec(spec)
                .build();
    }

    private static LabelSelector selecting(String app) {
        return LabelSelector.builder().putMatchLabels("app", app).build();
    }
}
