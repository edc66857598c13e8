package io.mooring.binding.explain;

import static io.mooring.binding.story.Demands.important;
import static io.mooring.binding.story.Given.asking;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.cluster;
import static io.mooring.binding.story.Given.lazy;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import org.junit.jupiter.api.Test;

/** A claim may wait for a pod for which Kubernetes would evict others. */
class PreemptionTextTest {
    @Test
    void whoWouldBeEvictedIsSaidAndNobodyIs() {
        Cluster cluster = cluster()
                .create(lazy("lazy"))
                .orThrow()
                .create(node("a", "4"))
                .orThrow()
                .create(asking(pod("q"), "4"))
                .orThrow()
                .settle()
                .create(claim("c", "1Gi", "lazy"))
                .orThrow()
                .create(important(asking(pod("p", "c"), "2"), 10))
                .orThrow()
                .settle();
        assertThat(Explainer.explain(cluster, claimKey("c")).text())
                .contains(
                        "Pod default/p is not scheduled: 0/1 nodes are available: 1 Insufficient cpu. (Kubernetes would evict default/q from"
                                + " a for it, as less important; here nobody is evicted)");
        assertThat(cluster.get(podKey("q"))).isPresent();
    }
}
