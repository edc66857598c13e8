package io.mooring.binding.control.deployment;

import static io.mooring.binding.control.workload.Workloads.SOME_BROKEN;
import static io.mooring.binding.control.workload.Workloads.broken;
import static io.mooring.binding.control.workload.Workloads.deployment;
import static io.mooring.binding.control.workload.Workloads.patched;
import static io.mooring.binding.control.workload.Workloads.pods;
import static io.mooring.binding.control.workload.Workloads.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.workload.PodState;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentStrategy;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.RollingDeployment;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** What holds at every step of every rollout. */
class RolloutLawsTest {
    private static final Ref<Deployment> WEB = Deployment.ref(Given.NAMESPACE, "web");
    private static final int ROLLOUTS = 60;
    private static int steps;

    @Provide
    Arbitrary<JsonValue> shares() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 3).map(JsonNumber::of),
                Arbitraries.of("10%", "25%", "50%", "100%").map(JsonString::new));
    }

    @Provide
    Arbitrary<List<JsonObject>> changes() {
        return Arbitraries.of(version("2"), version("3"), version("4"), broken())
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Cluster running(int replicas, JsonValue maxSurge, JsonValue maxUnavailable) {
        Deployment deployment = deployment("web", replicas);
        RollingDeployment rolling = RollingDeployment.builder()
                .maxSurge(maxSurge)
                .maxUnavailable(maxUnavailable)
                .build();
        return Cluster.empty(ControlPlane.DEFAULT.withKubelet(SOME_BROKEN).controllers())
                .create(Given.node("n", "64"))
                .orThrow()
                .create(deployment.withSpec(deployment
                        .spec()
                        .withStrategy(DeploymentStrategy.builder()
                                .rollingUpdate(rolling)
                                .build())))
                .orThrow()
                .settle();
    }

    @Property(tries = ROLLOUTS)
    void neitherTooFewNorTooManyPodsAtAnyStep(
            @ForAll @IntRange(min = 1, max = 7) int replicas,
            @ForAll("shares") JsonValue maxSurge,
            @ForAll("shares") JsonValue maxUnavailable,
            @ForAll("changes") List<JsonObject> changes) {
        Cluster cluster = running(replicas, maxSurge, maxUnavailable);
        DeploymentView view = DeploymentView.of(cluster, cluster.get(WEB).orElseThrow(), List.of());
        int most = replicas + view.maxSurge();
        int least = replicas - view.maxUnavailable();
        for (JsonObject change : changes) {
            cluster = patched(cluster, WEB, change);
            for (List<Cluster> next = cluster.successors(); !next.isEmpty(); next = cluster.successors()) {
                cluster = next.get(0);
                steps++;
                List<Pod> active =
                        pods(cluster).stream().filter(PodState::isActive).toList();
                assertThat(active).hasSizeLessThanOrEqualTo(most);
                assertThat(active.stream().filter(Pod::isReady)).hasSizeGreaterThanOrEqualTo(least);
            }
        }
        isComplete(cluster, replicas);
    }

    /** Each ReplicaSet has the pods that it asks for, and of a template that works all are of the last one. */
    private static void isComplete(Cluster cluster, int replicas) {
        cluster.list(ReplicaSet.KIND)
                .forEach(set -> assertThat(set.status().replicas()).isEqualTo(set.wantedReplicas()));
        Deployment deployment = cluster.get(WEB).orElseThrow();
        boolean works = !deployment.spec().template().metadata().labels().containsKey("broken");
        assertThat(deployment.status().updatedReplicas() == replicas || !works).isTrue();
    }

    @AfterContainer
    static void hadStepsToLookAt() {
        assertThat(steps).isGreaterThan(50 * ROLLOUTS);
    }
}
