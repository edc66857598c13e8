package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.Explainer;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Generator;
import io.mooring.testkit.jqwik.MooringArbitraries;
import io.mooring.testkit.sample.Workloads;
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.Stories;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.tree.MergePatch;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.StatefulSet;
import io.mooring.yaml.Manifests;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** Numbers near the largest that the API server takes: whoever keeps pods settles, makes no more than a cluster can have, and says so. */
@AddLifecycleHook(KeptSeed.class)
class LargeNumbersLawsTest {
    private static final int MOST = Integer.MAX_VALUE;
    private static final int FITTING = 12;
    /** A tenth of these is more than a cluster can have; of fewer, shared among ReplicaSets, 80,000 pods would be made. */
    private static final int FAR_TOO_MANY = 20_000_000;

    private static final List<String> SHARES = List.of("0%", "25%", "100%", "999999999%", "99999999999%");
    private static final String CHANGES = """
            kubectl scale OBJECT --replicas=LATER
            kubectl patch OBJECT --type=merge -p '{"spec":{"template":{"metadata":{"labels":{"version":"2"}}}}}'
            kubectl scale OBJECT --replicas=2
            """;
    private static final Cluster START = Stories.any().parse("""
                    kubectl create -f - <<'EOF'
                    apiVersion: v1
                    kind: Node
                    metadata: {name: a}
                    status: {allocatable: {cpu: "1000", memory: 64Gi, pods: "100000"}}
                    ---
                    apiVersion: storage.k8s.io/v1
                    kind: StorageClass
                    metadata: {name: fast}
                    provisioner: csi.example.com
                    EOF
                    """).end();

    private static int refused;
    private static int running;

    /** Small, a little below what an int can be, or far more than a cluster can have. */
    private static int number(Choices choices) {
        return switch (choices.weighed(List.of(3, 2, 1))) {
            case 0 -> choices.between(0, FITTING);
            case 1 -> MOST - choices.between(0, 5);
            default -> choices.between(FAR_TOO_MANY, MOST);
        };
    }

    private static JsonNumber count(Choices choices) {
        return JsonNumber.of(number(choices));
    }

    private static JsonValue share(Choices choices) {
        return choices.chance(50) ? new JsonString(choices.pick(SHARES)) : count(choices);
    }

    /** What is of one kind, of any size and with any numbers beside. */
    private static Generator<KubernetesObject> sized(ObjectKind<?> kind, Generator<JsonObject> numbers) {
        return choices -> {
            KubernetesObject object = Workloads.using(List.of()).ofKind(kind).from(choices);
            JsonObject patch = JsonObject.of("spec", numbers.from(choices));
            JsonObject tree = (JsonObject) Manifests.readTreeJson(Manifests.writeJson(object));
            return Dump.Stored.read(MergePatch.apply(tree, patch)).object();
        };
    }

    @Provide
    Arbitrary<KubernetesObject> sets() {
        return MooringArbitraries.of(sized(
                StatefulSet.KIND,
                choices -> JsonObject.builder()
                        .put("replicas", count(choices))
                        .put("ordinals", JsonObject.of("start", count(choices)))
                        .put("updateStrategy", rolling(JsonObject.of("partition", count(choices))))
                        .build()));
    }

    @Provide
    Arbitrary<KubernetesObject> deployments() {
        return MooringArbitraries.of(sized(
                Deployment.KIND,
                choices -> JsonObject.builder()
                        .put("replicas", count(choices))
                        .put("revisionHistoryLimit", count(choices))
                        .put(
                                "strategy",
                                rolling(JsonObject.of("maxSurge", share(choices))
                                        .with("maxUnavailable", new JsonString("10%"))))
                        .build()));
    }

    private static JsonObject rolling(JsonObject update) {
        return JsonObject.of("type", new JsonString("RollingUpdate")).with("rollingUpdate", update);
    }

    @Provide
    Arbitrary<KubernetesObject> replicaSets() {
        return MooringArbitraries.of(sized(ReplicaSet.KIND, choices -> JsonObject.of("replicas", count(choices))));
    }

    @Provide
    Arbitrary<KubernetesObject> jobs() {
        return MooringArbitraries.of(sized(
                Job.KIND,
                choices -> JsonObject.builder()
                        .put("parallelism", count(choices))
                        .put("completions", count(choices))
                        .build()));
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return MooringArbitraries.of(LargeNumbersLawsTest::number);
    }

    @Property(tries = 40)
    void setsOfAnySize(@ForAll("sets") KubernetesObject set, @ForAll("numbers") int later) {
        played(set, later);
    }

    @Property(tries = 40)
    void deploymentsOfAnySize(@ForAll("deployments") KubernetesObject deployment, @ForAll("numbers") int later) {
        played(deployment, later);
    }

    @Property(tries = 40)
    void replicaSetsOfAnySize(@ForAll("replicaSets") KubernetesObject set, @ForAll("numbers") int later) {
        played(set, later);
    }

    /** Some the API server refuses. */
    @Property(tries = 40)
    void jobsOfAnySize(@ForAll("jobs") KubernetesObject job) {
        if (START.create(job).answer().isAccepted()) {
            seen(START.create(job).orThrow().settle(), job);
        }
    }

    /** Made, then of another size, and of another one with another template. */
    private static void played(KubernetesObject object, int later) {
        Cluster cluster = seen(START.create(object).orThrow().settle(), object);
        for (Step step : Step.parse(CHANGES.replace("LATER", String.valueOf(later))
                .replace(
                        "OBJECT",
                        object.kind().qualifiedPlural() + " "
                                + object.metadata().name()))) {
            cluster = seen(step.take(cluster).after().settle(), object);
        }
    }

    private static Cluster seen(Cluster settled, KubernetesObject object) {
        assertThat(settled.list(Pod.KIND).count()).isLessThanOrEqualTo(4 * FITTING);
        assertThat(settled.isSettled()).isTrue();
        boolean isTold = settled.events().stream()
                .anyMatch(event ->
                        event.reason().equals("FailedCreate") && event.message().contains("a cluster can have"));
        String explained = Explainer.explain(
                        settled, object.kind().ref("default", object.metadata().name()))
                .toString();
        if (isTold) {
            refused++;
        } else {
            running++;
        }
        assertThat(explained).isNotEmpty();
        return settled;
    }

    @AfterContainer
    static void bothWereSeen() {
        assertThat(refused).isGreaterThan(20);
        assertThat(running).isGreaterThan(20);
    }
}
