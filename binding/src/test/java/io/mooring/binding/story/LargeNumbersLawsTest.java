package io.mooring.binding.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import io.mooring.workload.Pod;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Numbers near the largest that the API server takes: whoever keeps pods settles, makes no more than a cluster can have, and says so. */
class LargeNumbersLawsTest {
    private static final int MOST = Integer.MAX_VALUE;
    private static final int FITTING = 12;
    /** A tenth of these is more than a cluster can have; of fewer, shared among ReplicaSets, 80,000 pods would be made. */
    private static final int FAR_TOO_MANY = 20_000_000;

    private static int refused;
    private static int running;

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, FITTING)),
                Tuple.of(2, Arbitraries.integers().between(MOST - 5, MOST)),
                Tuple.of(1, Arbitraries.integers().between(FAR_TOO_MANY, MOST)));
    }

    @Provide
    Arbitrary<JsonValue> shares() {
        return Arbitraries.oneOf(
                numbers().map(JsonNumber::of),
                Arbitraries.of("0%", "25%", "100%", "999999999%", "99999999999%")
                        .map(JsonString::new));
    }

    @Property(tries = 40)
    void setsOfAnySize(
            @ForAll("numbers") int replicas,
            @ForAll("numbers") int later,
            @ForAll("numbers") int start,
            @ForAll("numbers") int partition,
            @ForAll boolean isParallel) {
        JsonObject spec = JsonObject.of("ordinals", JsonObject.of("start", JsonNumber.of(start)))
                .with(
                        "updateStrategy",
                        JsonObject.of("type", new JsonString("RollingUpdate"))
                                .with("rollingUpdate", JsonObject.of("partition", JsonNumber.of(partition))));
        KubernetesObject set = Given.set("web", replicas, "1Gi", "fast");
        played(isParallel ? Given.parallel(Given.set("web", replicas, "1Gi", "fast")) : set, spec, later);
    }

    @Property(tries = 40)
    void deploymentsOfAnySize(
            @ForAll("numbers") int replicas,
            @ForAll("numbers") int later,
            @ForAll("shares") JsonValue surge,
            @ForAll("numbers") int history) {
        JsonObject rolling = JsonObject.of("maxSurge", surge).with("maxUnavailable", new JsonString("10%"));
        JsonObject spec = JsonObject.of(
                        "strategy",
                        JsonObject.of("type", new JsonString("RollingUpdate")).with("rollingUpdate", rolling))
                .with("revisionHistoryLimit", JsonNumber.of(history));
        played(Workloads.deployment("web", replicas), spec, later);
    }

    @Property(tries = 40)
    void replicaSetsOfAnySize(@ForAll("numbers") int replicas, @ForAll("numbers") int later) {
        played(Workloads.replicaSet("web", replicas), JsonObject.EMPTY, later);
    }

    @Property(tries = 40)
    void jobsOfAnySize(
            @ForAll("numbers") int parallelism, @ForAll("numbers") int completions, @ForAll boolean isIndexed) {
        Job job = Workloads.job(
                "web",
                JobSpec.builder()
                        .parallelism(parallelism)
                        .completions(completions)
                        .completionMode(isIndexed ? CompletionMode.INDEXED : CompletionMode.NON_INDEXED)
                        .build());
        Cluster cluster = given();
        if (cluster.create(job).answer().isAccepted()) {
            seen(cluster.create(job).orThrow().settle(), job);
        }
    }

    private static Cluster given() {
        return Cluster.empty(ControlPlane.DEFAULT
                        .withProvisioners(Provisioner.instant("csi.example.com"))
                        .controllers())
                .create(Given.node("a", "1000"))
                .orThrow()
                .create(Given.storageClass("fast"))
                .orThrow();
    }

    /** Made, then with another spec, then of another size. */
    private static void played(KubernetesObject object, JsonObject spec, int later) {
        Cluster cluster = seen(given().create(object).orThrow().settle(), object);
        for (JsonObject patch : List.of(
                JsonObject.of("spec", spec),
                Workloads.replicas(later),
                Workloads.version("2"),
                Workloads.replicas(2))) {
            cluster = seen(cluster.patch(object.ref(), patch).cluster().settle(), object);
        }
    }

    private static Cluster seen(Cluster settled, KubernetesObject object) {
        assertThat(settled.list(Pod.KIND).count()).isLessThanOrEqualTo(4 * FITTING);
        assertThat(settled.isSettled()).isTrue();
        boolean isTold = settled.events().stream()
                .anyMatch(event ->
                        event.reason().equals("FailedCreate") && event.message().contains("a cluster can have"));
        String explained = Explainer.explain(settled, object.ref()).toString();
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
