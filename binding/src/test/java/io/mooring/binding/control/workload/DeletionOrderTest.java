package io.mooring.binding.control.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.story.Given;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletionOrderTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private static Pod pod(String name, String node, PodPhase phase) {
        Pod pod = Given.pod(name);
        return pod.withSpec(pod.spec().withNodeName(node))
                .withMetadata(pod.metadata().withUid(name).withCreationTimestamp(NOW.minusSeconds(3600)))
                .withStatus(PodStatus.builder().phase(phase).build());
    }

    private static Pod ready(String name, String node, Duration since) {
        Pod pod = pod(name, node, PodPhase.RUNNING);
        return pod.withStatus(pod.status()
                .withConditions(PodCondition.builder()
                        .type("Ready")
                        .status("True")
                        .lastTransitionTime(NOW.minus(since))
                        .build()));
    }

    private static void inOrder(Pod... pods) {
        List<Pod> wanted = List.of(pods);
        List<Pod> mixed = wanted.stream()
                .sorted((one, other) ->
                        other.metadata().name().compareTo(one.metadata().name()))
                .sorted(DeletionOrder.of(wanted, NOW))
                .toList();
        assertThat(mixed).containsExactlyElementsOf(wanted);
    }

    @Test
    void whatRunsLeastGoesFirst() {
        Pod cheap = ready("d", "a", Duration.ofMinutes(1));
        inOrder(
                pod("b", "", PodPhase.PENDING),
                pod("a", "a", PodPhase.PENDING),
                pod("e", "a", PodPhase.UNKNOWN),
                pod("c", "a", PodPhase.RUNNING),
                cheap.withMetadata(cheap.metadata().withAnnotation("controller.kubernetes.io/pod-deletion-cost", "-5")),
                ready("f", "a", Duration.ofMinutes(1)));
    }

    @Test
    void whereMostAreThereOneGoesFirst() {
        inOrder(
                ready("b", "crowded", Duration.ofMinutes(1)),
                ready("c", "crowded", Duration.ofMinutes(10)),
                ready("a", "lonely", Duration.ofMinutes(1)));
    }

    @Test
    void theYoungerGoesFirstAndOfAboutOneAgeTheLowerUid() {
        inOrder(
                ready("c", "n", Duration.ofSeconds(3)),
                ready("a", "n", Duration.ofSeconds(70)),
                ready("b", "n", Duration.ofSeconds(75)));
    }
}
