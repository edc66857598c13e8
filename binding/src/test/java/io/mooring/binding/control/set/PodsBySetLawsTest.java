package io.mooring.binding.control.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.quantity.Quantity;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodStatus;
import io.mooring.workload.ResourceRequirements;
import io.mooring.workload.StatefulSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PodsBySetLawsTest {
    private static final int ORDINALS = 8;
    private static final StatefulSet SET = StatefulSet.builder()
            .metadata(ObjectMeta.builder().name("web").uid("web-uid").build())
            .build();

    /** A pod of the set web as it is from now on; none if it goes. */
    record Step(int ordinal, Optional<Pod> pod) {}

    @Property
    void countingPodByPodIsCountingAll(@ForAll("steps") List<Step> steps) {
        PodsBySet counted = PodsBySet.VIEW.start();
        NavigableMap<Integer, Pod> pods = new TreeMap<>();
        for (Step step : steps) {
            Pod before = pods.get(step.ordinal());
            if (before != null || step.pod().isPresent()) {
                Change<Pod> change = Change.of(Optional.ofNullable(before), step.pod());
                counted = PodsBySet.VIEW.after(counted, change, Cluster.empty(Controllers.NONE));
            }
            step.pod().ifPresentOrElse(pod -> pods.put(step.ordinal(), pod), () -> pods.remove(step.ordinal()));
            agrees(counted.of(SET), pods);
        }
    }

    private static void agrees(SetPods counted, NavigableMap<Integer, Pod> pods) {
        assertThat(counted.ordinals()).containsExactlyElementsOf(pods.keySet());
        assertThat(counted.created()).isEqualTo(pods.size());
        assertThat(counted.ready())
                .isEqualTo((int) pods.values().stream().filter(Pod::isReady).count());
        assertThat(counted.unsettled(0, ORDINALS))
                .containsExactlyElementsOf(IntStream.range(0, ORDINALS)
                        .filter(each -> !pods.containsKey(each) || !SetPods.isSettled(pods.get(each)))
                        .boxed()
                        .toList());
        assertThat(counted.ofRevision("old")).isEqualTo((int) pods.values().stream()
                .filter(pod -> !pod.metadata().isBeingDeleted())
                .filter(pod -> revision(pod).equals("old"))
                .count());
        assertThat(counted.otherThan("old")).isEqualTo((int) pods.values().stream()
                .filter(pod -> !pod.metadata().isBeingDeleted())
                .filter(pod -> !revision(pod).equals("old"))
                .count());
        assertThat(counted.notOf("old", 1, ORDINALS - 1))
                .containsExactlyElementsOf(pods.descendingMap().subMap(ORDINALS - 2, true, 1, true).entrySet().stream()
                        .filter(each -> !each.getValue().metadata().isBeingDeleted())
                        .filter(each -> !revision(each.getValue()).equals("old"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static String revision(Pod pod) {
        return pod.metadata().labels().getOrDefault("controller-revision-hash", "");
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Arbitraries.integers()
                .between(0, ORDINALS - 1)
                .flatMap(ordinal -> pod(ordinal).optional(0.8).map(pod -> new Step(ordinal, pod)))
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<Pod> pod(int ordinal) {
        return Combinators.combine(
                        Arbitraries.of("old", "new"),
                        Arbitraries.of("", "node"),
                        Arbitraries.of(PodPhase.PENDING, PodPhase.RUNNING, PodPhase.FAILED),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of("1", "250m"))
                .as((revision, node, phase, isReady, isLeaving, cpu) ->
                        pod(ordinal, revision, node, phase, isReady, isLeaving, cpu));
    }

    private static Pod pod(
            int ordinal, String revision, String node, PodPhase phase, boolean isReady, boolean isLeaving, String cpu) {
        ObjectMeta.Builder metadata = ObjectMeta.builder()
                .name("web-" + ordinal)
                .putLabels("statefulset.kubernetes.io/pod-name", "web-" + ordinal)
                .putLabels("controller-revision-hash", revision)
                .addOwnerReferences(OwnerReference.builder()
                        .apiVersion("apps/v1")
                        .kind("StatefulSet")
                        .name("web")
                        .uid("web-uid")
                        .controller(true)
                        .build());
        if (isLeaving) {
            metadata.deletionTimestamp(Instant.EPOCH);
        }
        Container container = Container.builder()
                .resources(ResourceRequirements.builder()
                        .putRequests("cpu", Quantity.parse(cpu))
                        .build())
                .build();
        PodCondition ready = PodCondition.builder()
                .type("Ready")
                .status(isReady ? "True" : "False")
                .build();
        return Pod.builder()
                .metadata(metadata.build())
                .spec(PodSpec.builder().nodeName(node).addContainers(container).build())
                .status(PodStatus.builder().phase(phase).addConditions(ready).build())
                .build();
    }
}
