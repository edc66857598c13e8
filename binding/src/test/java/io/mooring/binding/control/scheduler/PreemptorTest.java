package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.FoundPods.A;
import static io.mooring.binding.control.scheduler.FoundPods.found;
import static io.mooring.binding.control.scheduler.FoundPods.on;
import static io.mooring.binding.story.Demands.apart;
import static io.mooring.binding.story.Demands.important;
import static io.mooring.binding.story.Demands.labelled;
import static io.mooring.binding.story.Demands.onPort;
import static io.mooring.binding.story.Given.asking;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.finding.PodFinding.FitsNowhere.Preemption;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody is evicted; but who would be is told. */
class PreemptorTest {
    private static Pod ofClass(Pod pod, String name) {
        return pod.withSpec(pod.spec().withRest(pod.spec().rest().with("priorityClassName", new JsonString(name))));
    }

    private static KubernetesObject priorityClass(String name, JsonObject content) {
        return new OtherObject(
                OtherObject.kindOf("scheduling.k8s.io/v1", "PriorityClass"),
                ObjectMeta.builder().name(name).build(),
                content);
    }

    private static FitsNowhere rejected(KubernetesObject... objects) {
        return (FitsNowhere) found(objects);
    }

    @Test
    void theLeastImportantPodsWouldBeEvictedAndNoMoreThanNeeded() {
        FitsNowhere finding = rejected(
                node("a", "4"),
                on("a", important(asking(pod("low"), "2"), 1)),
                on("a", important(asking(pod("middle"), "2"), 5)),
                important(asking(pod("p"), "2"), 10));
        assertThat(finding.preemption()).contains(new Preemption(A, List.of(podKey("low"))));
        assertThat(FitError.of(finding)).isEqualTo("0/1 nodes are available: 1 Insufficient cpu.");
    }

    @Test
    void nobodyWouldBeEvictedForAnEqual() {
        FitsNowhere finding = rejected(
                node("a", "4"), on("a", important(asking(pod("q"), "4"), 10)), important(asking(pod("p"), "2"), 10));
        assertThat(finding.preemption()).isEmpty();
        assertThat(FitError.of(finding)).contains("preemption: 0/1 nodes are available: 1 No preemption victims");
    }

    @Test
    void nobodyWouldBeEvictedWhereThatIsNotEnough() {
        assertThat(rejected(
                                node("a", "4"),
                                on("a", important(asking(pod("q"), "1"), 1)),
                                important(asking(pod("p"), "9"), 10))
                        .preemption())
                .isEmpty();
    }

    @Test
    void portsAndNearnessAreMadeRoomForToo() {
        assertThat(rejected(node("a", "4"), on("a", onPort(pod("q"), 80)), important(onPort(pod("p"), 80), 1))
                        .preemption())
                .contains(new Preemption(A, List.of(podKey("q"))));
        assertThat(rejected(
                                node("a", "4"),
                                on("a", labelled(pod("q"), "app", "db")),
                                important(apart(pod("p"), "db", "kubernetes.io/hostname"), 1))
                        .preemption())
                .contains(new Preemption(A, List.of(podKey("q"))));
    }

    @Test
    void aClassTellsThePriority() {
        KubernetesObject high = priorityClass("high", JsonObject.of("value", JsonNumber.of(100)));
        assertThat(rejected(
                                node("a", "4"),
                                high,
                                on("a", asking(pod("q"), "4")),
                                ofClass(asking(pod("p"), "2"), "high"))
                        .preemption())
                .contains(new Preemption(A, List.of(podKey("q"))));
        assertThat(rejected(
                                node("a", "4"),
                                on("a", asking(pod("q"), "4")),
                                ofClass(asking(pod("p"), "2"), "system-node-critical"))
                        .preemption())
                .isPresent();
    }

    @Test
    void aClassMayWantNobodyEvicted() {
        KubernetesObject polite = priorityClass(
                "polite",
                JsonObject.builder()
                        .put("value", JsonNumber.of(100))
                        .put("preemptionPolicy", "Never")
                        .build());
        FitsNowhere finding = rejected(
                node("a", "4"), polite, on("a", asking(pod("q"), "4")), ofClass(asking(pod("p"), "2"), "polite"));
        assertThat(finding.preemption()).isEmpty();
        assertThat(FitError.of(finding)).endsWith("preemption: not eligible due to preemptionPolicy=Never.");
    }
}
