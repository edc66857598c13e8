package io.mooring.binding.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.story.Cost;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import org.junit.jupiter.api.Test;

class ClaimsToComeTest {
    /** The controller makes none of its pods, and so none of their claims. */
    @Test
    void aSetOfMorePodsThanAClusterCanHaveMakesNoClaims() {
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT.controllers())
                .create(Given.set("web", Integer.MAX_VALUE, "1Gi", "fast"))
                .orThrow()
                .create(Given.set("few", 3, "1Gi", "fast"))
                .orThrow();
        long bytes = Cost.bytesOf(
                () -> assertThat(ClaimsToCome.of(cluster).cluster().size()).isEqualTo(cluster.size() + 3));
        assertThat(bytes).isLessThan(64 << 20);
    }
}
