package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.FoundPods.found;
import static io.mooring.binding.control.scheduler.FoundPods.on;
import static io.mooring.binding.control.scheduler.FoundPods.onA;
import static io.mooring.binding.story.Demands.onPort;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodFinding.Schedulable;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonString;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostPortsTest {
    private static final NodeRejection TAKEN =
            new NodeRejection.HostPortTaken("TCP", "0.0.0.0", 80, List.of(podKey("q")));

    @Test
    void aPortIsTakenOnce() {
        assertThat(onA(node("a", "4"), on("a", onPort(pod("q"), 80)), onPort(onPort(pod("p"), 79), 80)))
                .containsExactly(TAKEN)
                .extracting(NodeRejection::preemptionMayHelp)
                .containsExactly(true);
    }

    @Test
    void anotherProtocolIsAnotherPort() {
        assertThat(found(node("a", "4"), on("a", onPort(pod("q"), 80, "UDP", "")), onPort(pod("p"), 80)))
                .isInstanceOf(Schedulable.class);
    }

    @Test
    void onePortOfTwoAddressesIsTwo() {
        Pod first = on("a", onPort(pod("q"), 80, "TCP", "10.0.0.1"));
        assertThat(found(node("a", "4"), first, onPort(pod("p"), 80, "TCP", "10.0.0.2")))
                .isInstanceOf(Schedulable.class);
        assertThat(onA(node("a", "4"), first, onPort(pod("p"), 80))).containsExactly(TAKEN);
        assertThat(onA(node("a", "4"), on("a", onPort(pod("q"), 80)), onPort(pod("p"), 80, "TCP", "10.0.0.2")))
                .containsExactly(new NodeRejection.HostPortTaken("TCP", "10.0.0.2", 80, List.of(podKey("q"))));
    }

    @Test
    void aPodOnItsNodesNetworkTakesThePortsOfItsContainers() {
        Pod pod = onPort(pod("q"), 80);
        Pod onHost = pod.withSpec(pod.spec().withRest(pod.spec().rest().with("hostNetwork", JsonBool.TRUE)));
        assertThat(onA(node("a", "4"), on("a", onHost), onPort(pod("p"), 80))).containsExactly(TAKEN);
    }

    @Test
    void aSidecarTakesItsPortAnInitContainerDoesNot() {
        Container starting = onPort(pod("x"), 80).spec().containers().get(0).withName("init");
        Container sidecar = starting.withRest(starting.rest().with("restartPolicy", new JsonString("Always")));
        Pod first = pod("q");
        assertThat(onA(node("a", "4"), on("a", initially(first, sidecar)), onPort(pod("p"), 80)))
                .containsExactly(TAKEN);
        assertThat(found(node("a", "4"), on("a", initially(first, starting)), onPort(pod("p"), 80)))
                .isInstanceOf(Schedulable.class);
    }

    private static Pod initially(Pod pod, Container container) {
        return pod.withSpec(pod.spec().withInitContainers(container));
    }
}
