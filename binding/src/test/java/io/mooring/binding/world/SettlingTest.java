package io.mooring.binding.world;

import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.parallel;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Kubelet;
import io.mooring.binding.control.Provisioner;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettlingTest {
    private static final ControlPlane PLANE =
            ControlPlane.DEFAULT.withProvisioners(Provisioner.instant("csi.example.com"));

    @Test
    void namesTheControllersThatUndoEachOthersWork() {
        Cluster cluster = Cluster.empty(Controllers.of(labelling("flip", "up"), labelling("flop", "down")))
                .create(pod("p"))
                .orThrow();
        assertThatIllegalStateException()
                .isThrownBy(cluster::settle)
                .withMessageStartingWith(
                        "does not settle, the controllers go round in a circle; who wrote in the last 5000 writes:"
                                + " flip at Pod default/p 2500 times, flop at Pod default/p 2500 times; the last ten writes: ")
                .withMessageEndingWith("flip update Pod default/p, flop update Pod default/p");
    }

    @Test
    void namesTheControllerThatNeverSeesItsOwnWork() {
        Cluster cluster = Cluster.empty(Controllers.of(new OfPods(
                        "counter",
                        (any, pod) -> List.of(labelled(
                                pod, Integer.toString(pod.metadata().labels().hashCode()))))))
                .create(pod("p"))
                .orThrow();
        assertThatIllegalStateException()
                .isThrownBy(cluster::settle)
                .withMessageContaining("counter at Pod default/p 5000 times");
    }

    @Test
    void namesTheControllerWhoseWritesAreAlwaysOutOfDate() {
        Pod stale = pod("p").withMetadata(pod("p").metadata().withResourceVersion("7"));
        Cluster cluster = Cluster.empty(
                        Controllers.of(new OfPods("sleeper", (any, pod) -> List.of(new Write.Update(stale)))))
                .create(pod("p"))
                .orThrow();
        assertThatIllegalStateException()
                .isThrownBy(cluster::settle)
                .withMessageContaining("sleeper at Pod default/p 5000 times");
    }

    @Test
    void namesTheSetWhosePodsAlwaysFail() {
        Kubelet failing = (pod, cluster) -> pod.hasEnded()
                ? new Kubelet.Report.Nothing()
                : new Kubelet.Report.Status(pod.status().withPhase(PodPhase.FAILED));
        Cluster cluster = with(PLANE.withKubelet(failing), set("web", 1, "1Gi", "fast"));
        assertThatIllegalStateException()
                .isThrownBy(cluster::settle)
                .withMessageContaining("statefulset-controller writes more in one settling than its budget")
                .withMessageContaining("create Pod default/web-0");
    }

    @Test
    void aCircleOfManyIsNoticedToo() {
        Cluster cluster = Cluster.empty(Controllers.of(labelling("flip", "up"), labelling("flop", "down")));
        for (int i = 0; i < 100; i++) {
            cluster = cluster.create(pod("p" + i)).orThrow();
        }
        assertThatIllegalStateException()
                .isThrownBy(cluster::settle)
                .withMessageContaining("who wrote in the last 20000 writes: flip at Pod default/p")
                .withMessageContaining(", and 195 more; the last ten writes: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OrderedReady", "Parallel"})
    void aLargeSetIsNoCircle(String policy) {
        StatefulSet set = set("web", 600, "1Gi", "fast");
        Cluster cluster = with(PLANE, policy.equals("Parallel") ? parallel(set) : set);
        assertThat(cluster.settle().list(Pod.KIND).filter(Pod::isReady)).hasSize(600);
    }

    @Test
    void oneObjectThatCountsManyIsNoCircle() {
        Cluster cluster = Cluster.empty(Controllers.of(new OfPods("counter", SettlingTest::counting)))
                .create(pod("total"))
                .orThrow();
        for (int i = 0; i < 11_000; i++) {
            cluster = cluster.create(pod("p" + i)).orThrow();
        }
        Cluster all = cluster;
        assertThatNoException().isThrownBy(all::settle);
    }

    private static List<Write> counting(Cluster cluster, Pod pod) {
        Pod total = cluster.pod("default", "total").orElseThrow();
        return pod.equals(total)
                ? List.of()
                : List.of(labelled(total, pod.metadata().name()));
    }

    private static Cluster with(ControlPlane plane, StatefulSet set) {
        return Cluster.empty(plane.controllers())
                .create(node("a", "8"))
                .orThrow()
                .create(storageClass("fast"))
                .orThrow()
                .create(set)
                .orThrow();
    }

    private static Controller<Ref<Pod>> labelling(String name, String label) {
        return new OfPods(
                name,
                (cluster, pod) ->
                        label.equals(pod.metadata().labels().get("way")) ? List.of() : List.of(labelled(pod, label)));
    }

    private static Write labelled(Pod pod, String label) {
        return new Write.Update(pod.withMetadata(pod.metadata().withLabels(Map.of("way", label))));
    }
}
