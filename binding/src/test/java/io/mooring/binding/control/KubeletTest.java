package io.mooring.binding.control;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KubeletTest {

    @Test
    void aPlacedPodRunsAtOnce() {
        assertThat(phase(with(Kubelet.READY_AT_ONCE, node("a", "4"), pod("p")))).contains(PodPhase.RUNNING);
    }

    @Test
    void aPodThatSomebodyPlacedWaitsForItsClaims() {
        Pod pod = pod("p", "c");
        Cluster cluster = with(
                Kubelet.READY_AT_ONCE,
                node("a", "4"),
                claim("c", "1Gi", "none"),
                pod.withSpec(pod.spec().withNodeName("a")));
        assertThat(phase(cluster)).contains(PodPhase.PENDING);
    }

    @Test
    void aTaskSucceeds() {
        Pod pod = pod("p");
        JsonObject task = JsonObject.of("restartPolicy", new JsonString("Never"))
                .with("activeDeadlineSeconds", JsonNumber.of(60));
        Cluster cluster = with(
                Kubelet.READY_AT_ONCE, node("a", "4"), pod.withSpec(pod.spec().withRest(task)));
        assertThat(phase(cluster)).contains(PodPhase.SUCCEEDED);
    }

    @Test
    void aDeletedPodIsGone() {
        Cluster cluster = with(Kubelet.READY_AT_ONCE, node("a", "4"), pod("p"));
        assertThat(cluster.delete(podKey("p")).orThrow().settle().pod("default", "p"))
                .isEmpty();
    }

    @Test
    void withoutAKubeletPodsStayPendingAndDeletedOnesTerminating() {
        Cluster cluster = with(Kubelet.OFF, node("a", "4"), pod("p"));
        assertThat(phase(cluster)).contains(PodPhase.PENDING);
        Cluster deleted = cluster.delete(podKey("p")).orThrow().settle();
        assertThat(deleted.pod("default", "p").orElseThrow().metadata().isBeingDeleted())
                .isTrue();
    }

    @Test
    void aKubeletOfOnesOwnSaysWhatItLikes() {
        Kubelet failing =
                (pod, cluster) -> new Kubelet.Report.Status(pod.status().withPhase(PodPhase.FAILED));
        assertThat(phase(with(failing, node("a", "4"), pod("p")))).contains(PodPhase.FAILED);
    }

    private static Cluster with(Kubelet kubelet, KubernetesObject... objects) {
        Cluster cluster =
                Cluster.empty(ControlPlane.DEFAULT.withKubelet(kubelet).controllers());
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster;
    }

    private static Optional<PodPhase> phase(Cluster cluster) {
        return cluster.pod("default", "p").orElseThrow().status().phase();
    }
}
