package io.mooring.binding.control.scheduler;

import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.workload.Pod;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Upstream: the plug-in PodTopologyLabels, {@code admitPod} and {@code admitBinding}. */
class NodeTopologyTest {
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String REGION = "topology.kubernetes.io/region";

    @Test
    void aPodThatIsMadeForANodeHasItsTopologyAtOnce() {
        assertThat(labels(pod("p").withSpec(pod("p").spec().withNodeName("a")), Semantics.DEFAULT))
                .isEqualTo(Map.of(ZONE, "east", REGION, "earth"));
    }

    @Test
    void aPodThatIsMadeForANodeThatIsNotThereHasNone() {
        assertThat(labels(pod("p").withSpec(pod("p").spec().withNodeName("ghost")), Semantics.DEFAULT))
                .isEmpty();
    }

    @Test
    void theNodesTopologyGoesOverThePodsOwn() {
        Pod elsewhere = pod("p").withMetadata(pod("p").metadata().withLabels(Map.of(ZONE, "west", "app", "x")));
        Map<String, String> expected = Map.of(ZONE, "east", REGION, "earth", "app", "x");
        assertThat(labels(elsewhere, Semantics.DEFAULT)).as("bound").isEqualTo(expected);
        assertThat(labels(elsewhere.withSpec(elsewhere.spec().withNodeName("a")), Semantics.DEFAULT))
                .as("made for the node")
                .isEqualTo(expected);
    }

    @Test
    void beforeItWasKnownThePodKeepsWhatItHas() {
        Semantics old = Semantics.of(Release.parse("1.34"));
        assertThat(labels(pod("p").withSpec(pod("p").spec().withNodeName("a")), old))
                .isEmpty();
        assertThat(labels(pod("p"), old)).isEmpty();
    }

    private static Map<String, String> labels(Pod made, Semantics semantics) {
        Node node = node("a", "4");
        Cluster cluster = Cluster.empty(
                        ControlPlane.DEFAULT.withSemantics(semantics).controllers())
                .create(node.withMetadata(
                        node.metadata().withLabels(Map.of(ZONE, "east", REGION, "earth", "os", "linux"))))
                .orThrow()
                .create(made)
                .orThrow()
                .settle();
        return cluster.pod("default", "p").orElseThrow().metadata().labels();
    }
}
