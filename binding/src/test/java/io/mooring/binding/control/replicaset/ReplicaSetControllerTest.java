package io.mooring.binding.control.replicaset;

import static io.mooring.binding.control.workload.Workloads.SOME_BROKEN;
import static io.mooring.binding.control.workload.Workloads.patched;
import static io.mooring.binding.control.workload.Workloads.pods;
import static io.mooring.binding.control.workload.Workloads.replicaSet;
import static io.mooring.binding.control.workload.Workloads.replicas;
import static io.mooring.binding.control.workload.Workloads.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.object.Objects;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Settled;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicationController;
import io.mooring.workload.ReplicationControllerSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicaSetControllerTest {
    private static final Ref<ReplicaSet> WEB = ReplicaSet.ref(Given.NAMESPACE, "web");

    private static Settled running(ReplicaSet set) {
        return Settled.in(ControlPlane.DEFAULT.withKubelet(SOME_BROKEN), Given.node("n", "64"), set);
    }

    private static ReplicaSet web(Cluster cluster) {
        return cluster.get(WEB).orElseThrow();
    }

    private static JsonObject labels(JsonObject labels) {
        return JsonObject.of("metadata", JsonObject.of("labels", labels));
    }

    @Test
    void makesPodsAndTellsTheirNames() {
        Settled settled = running(replicaSet("web", 2));
        List<Pod> made = pods(settled.cluster());
        assertThat(made).hasSize(2).allMatch(Pod::isReady);
        assertThat(settled.told(WEB))
                .containsExactlyInAnyOrderElementsOf(made.stream()
                        .map(pod -> "Normal SuccessfulCreate: Created pod: "
                                + pod.metadata().name())
                        .toList());
        assertThat(web(settled.cluster()).status().fullyLabeledReplicas()).isEqualTo(2);
    }

    @Test
    void replacesWhatIsDeletedOrFails() {
        Cluster cluster = running(replicaSet("web", 2)).cluster();
        Ref<Pod> first = pods(cluster).get(0).ref();
        Cluster replaced = cluster.delete(first).orThrow().settle();
        assertThat(pods(replaced)).hasSize(2).noneMatch(pod -> pod.ref().equals(first));
        Cluster failed = replaced.patchStatus(
                        pods(replaced).get(0).ref(),
                        JsonObject.of("status", JsonObject.of("phase", new JsonString("Failed"))))
                .orThrow()
                .settle();
        assertThat(pods(failed)).hasSize(3);
        assertThat(web(failed).status().replicas()).isEqualTo(2);
    }

    @Test
    void adoptsWhatItSelectsAndReleasesWhatItDoesNot() {
        Pod bare = Given.pod("bare");
        Settled settled = running(replicaSet("web", 2))
                .and(bare.withMetadata(bare.metadata().withLabels(Map.of("app", "other"))));
        Cluster adopted = patched(settled.cluster(), bare.ref(), labels(JsonObject.of("app", new JsonString("web"))))
                .settle();
        assertThat(pods(adopted))
                .hasSize(2)
                .allMatch(pod -> pod.metadata().isControlledBy(web(adopted).metadata()));
        Pod released = pods(adopted).get(1);
        Cluster cluster = patched(adopted, released.ref(), labels(JsonObject.of("app", JsonNull.NULL)))
                .settle();
        assertThat(pods(cluster)).hasSize(3);
        assertThat(cluster.get(released.ref()).orElseThrow().metadata().ownerReferences())
                .isEmpty();
    }

    @Test
    void deletesThePodsThatAreNotReadyFirst() {
        Cluster cluster = running(replicaSet("web", 3)).cluster();
        Ref<Pod> broken = pods(cluster).get(1).ref();
        Cluster cordoned = cluster.patchStatus(
                        broken, JsonObject.of("status", JsonObject.of("phase", new JsonString("Unknown"))))
                .orThrow();
        Cluster scaled = patched(cordoned, WEB, replicas(2)).settle();
        assertThat(pods(scaled)).hasSize(2).noneMatch(pod -> pod.ref().equals(broken));
        assertThat(scaled.events()).anyMatch(event -> event.message().equals("Deleted pod: " + broken.name()));
    }

    @Test
    void tellsWhyAPodIsRefusedAndTriesAgain() {
        ReplicaSet set = replicaSet("web", 2);
        Container spaced = set.spec().template().spec().containers().get(0).withImage(" x");
        Settled settled = running(set.withSpec(set.spec()
                .withTemplate(set.spec()
                        .template()
                        .withSpec(set.spec().template().spec().withContainers(spaced)))));
        assertThat(pods(settled.cluster())).isEmpty();
        assertThat(settled.told(WEB))
                .hasSize(1)
                .allMatch(told -> told.startsWith("Warning FailedCreate: Error creating: Pod \"web-"));
        assertThat(web(settled.cluster()).status().conditions())
                .singleElement()
                .matches(condition -> condition.type().equals("ReplicaFailure")
                        && condition.reason().equals("FailedCreate"));
        Cluster mended = patched(settled.cluster(), WEB, JsonObject.of("spec", (JsonObject)
                        Objects.write(set).get("spec").orElseThrow()))
                .settle();
        assertThat(pods(mended)).hasSize(2);
        assertThat(web(mended).status().conditions()).isEmpty();
    }

    @Test
    void aPodCountsAsAvailableOnceItWasReadyForLongEnough() {
        ReplicaSet set = replicaSet("web", 1);
        Cluster cluster =
                running(set.withSpec(set.spec().withMinReadySeconds(60))).cluster();
        assertThat(web(cluster).status().readyReplicas()).isEqualTo(1);
        assertThat(web(cluster).status().availableReplicas()).isZero();
        Cluster later = cluster.advance(Duration.ofMinutes(1)).settle();
        assertThat(web(later).status().availableReplicas()).isEqualTo(1);
    }

    @Test
    void aReplicationControllerDoesTheSame() {
        ReplicationController old = ReplicationController.builder()
                .metadata(ObjectMeta.builder()
                        .name("old")
                        .namespace(Given.NAMESPACE)
                        .build())
                .spec(ReplicationControllerSpec.builder()
                        .replicas(2)
                        .template(template("old"))
                        .build())
                .build();
        Settled settled = Settled.with(Given.node("n", "64"), old);
        ReplicationController stored = settled.cluster().get(old.ref()).orElseThrow();
        assertThat(stored.spec().selector()).containsEntry("app", "old");
        assertThat(stored.status().readyReplicas()).isEqualTo(2);
        assertThat(settled.told(old.ref())).hasSize(2);
        assertThat(settled.delete(old.ref()).cluster().all()).hasSize(1);
    }
}
