package io.mooring.binding.control.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodStatus;
import io.mooring.workload.ResourceRequirements;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NodeLoadsLawsTest {
    /** A pod as it is from now on; none if it goes. */
    record Step(String name, Optional<Pod> pod) {}

    @Property
    void countingPodByPodIsCountingAll(@ForAll("steps") List<Step> steps) {
        NodeLoads loads = NodeLoads.VIEW.start();
        Map<String, Pod> pods = new TreeMap<>();
        for (Step step : steps) {
            Optional<Pod> before = Optional.ofNullable(pods.get(step.name()));
            Optional<Pod> after = step.pod();
            if (before.isPresent() || after.isPresent()) {
                loads = NodeLoads.VIEW.after(loads, Change.of(before, after), Cluster.empty(Controllers.NONE));
            }
            step.pod().ifPresentOrElse(pod -> pods.put(step.name(), pod), () -> pods.remove(step.name()));
            assertThat(loads.on("node")).isEqualTo(counted(pods.values(), "node"));
            assertThat(loads.on("other")).isEqualTo(counted(pods.values(), "other"));
        }
    }

    private static PodRequests counted(Collection<Pod> pods, String node) {
        return pods.stream()
                .filter(pod -> PodRequests.nodeOf(pod).equals(node))
                .filter(pod -> !pod.hasEnded())
                .map(PodRequests::of)
                .reduce(PodRequests.NONE, PodRequests::plus);
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Arbitraries.of("a", "b", "c", "d")
                .flatMap(name -> pod(name).optional(0.8).map(pod -> new Step(name, pod)))
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<Pod> pod(String name) {
        return Combinators.combine(
                        Arbitraries.of("", "node", "other"),
                        Arbitraries.of("", "node"),
                        Arbitraries.of(PodPhase.PENDING, PodPhase.RUNNING, PodPhase.FAILED),
                        Arbitraries.of("1", "250m"))
                .as((node, nominated, phase, cpu) -> pod(name, node, nominated, phase, cpu));
    }

    private static Pod pod(String name, String node, String nominated, PodPhase phase, String cpu) {
        Container container = Container.builder()
                .resources(ResourceRequirements.builder()
                        .putRequests("cpu", Quantity.parse(cpu))
                        .build())
                .build();
        return Pod.builder()
                .metadata(ObjectMeta.builder().namespace("default").name(name).build())
                .spec(PodSpec.builder().nodeName(node).addContainers(container).build())
                .status(PodStatus.builder().phase(phase).build().withNominatedNodeName(nominated))
                .build();
    }
}
