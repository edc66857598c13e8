package io.mooring.binding.world;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.storage.ClaimPhase;
import org.junit.jupiter.api.Test;

/** A cluster goes on under other controllers. */
class MovedClusterTest {
    private static final Controllers PLAIN = ControlPlane.DEFAULT.controllers();
    private static final Controllers PROVISIONING = ControlPlane.DEFAULT
            .withProvisioners(Provisioner.instant("csi.example.com"))
            .controllers();

    @Test
    void aNewControllerLooksAtWhatIsThere() {
        Cluster waiting = Cluster.empty(PLAIN)
                .create(storageClass("fast"))
                .orThrow()
                .create(claim("c", "1Gi", "fast"))
                .orThrow()
                .settle();

        assertThat(phase(waiting)).isEqualTo(ClaimPhase.PENDING);
        assertThat(phase(waiting.with(PROVISIONING).settle())).isEqualTo(ClaimPhase.BOUND);
    }

    @Test
    void whoWasThereGoesOnWithWhatItHadBeforeIt() {
        Cluster unsettled = Cluster.empty(PLAIN)
                .create(claim("c", "1Gi", "m"))
                .orThrow()
                .create(volume("v", "1Gi", "m"))
                .orThrow();

        assertThat(unsettled.with(PROVISIONING).with(PLAIN).settle().text())
                .isEqualTo(unsettled.settle().text());
    }

    @Test
    void controllersThatFindAClusterWithoutAnyLookAtAllOfIt() {
        Cluster unkept = Cluster.empty(Controllers.NONE)
                .create(claim("c", "1Gi", "m"))
                .orThrow()
                .create(volume("v", "1Gi", "m"))
                .orThrow();

        assertThat(phase(unkept.with(PLAIN).settle())).isEqualTo(ClaimPhase.BOUND);
    }

    private static ClaimPhase phase(Cluster cluster) {
        return cluster.get(claimKey("c")).orElseThrow().status().phase().orElseThrow();
    }
}
