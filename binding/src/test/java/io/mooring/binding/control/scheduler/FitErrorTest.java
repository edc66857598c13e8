package io.mooring.binding.control.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FitErrorTest {
    private static final Misfit FULL = new Misfit(List.of("Insufficient cpu"), true);
    private static final Misfit TOO_SMALL = new Misfit(List.of("Insufficient cpu"), false);
    private static final Misfit ELSEWHERE = Misfit.of(Reason.VOLUME_NODE_AFFINITY);

    @Test
    void countsEachReasonAndSortsThemAsText() {
        assertThat(FitError.onNodes(List.of(ELSEWHERE, TOO_SMALL), 0, false))
                .isEqualTo(
                        "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't match PersistentVolume's node"
                                + " affinity. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.");
    }

    @Test
    void aNodeThatOthersFillHasNoVictims() {
        assertThat(FitError.onNodes(List.of(FULL, TOO_SMALL), 0, false))
                .isEqualTo("0/2 nodes are available: 2 Insufficient cpu. preemption: 0/2 nodes are available: 1 No"
                        + " preemption victims found for incoming pod, 1 Preemption is not helpful for scheduling.");
    }

    @Test
    void aNodeWithTwoReasonsCountsInBoth() {
        Misfit both = new Misfit(List.of("Insufficient cpu", "Insufficient memory"), false);
        assertThat(FitError.onNodes(List.of(both), 0, false))
                .startsWith("0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory. ");
    }

    @Test
    void nodesThatTheAffinityDoesNotNameAreCountedToo() {
        assertThat(FitError.onNodes(List.of(FULL), 2, false))
                .startsWith("0/3 nodes are available: 1 Insufficient cpu, 2 node(s) didn't satisfy plugin(s)"
                        + " [NodeAffinity]. ");
    }

    @Test
    void whoNeverPreemptsIsToldSo() {
        assertThat(FitError.onNodes(List.of(FULL), 0, true))
                .endsWith(" preemption: not eligible due to preemptionPolicy=Never.");
    }

    @Test
    void beforeAnyNodeTheReasonStandsAlone() {
        assertThat(FitError.beforeNodes(3, Reason.CLAIM_NOT_FOUND.text("data")))
                .isEqualTo("0/3 nodes are available: persistentvolumeclaim \"data\" not found. not found");
    }

    @Test
    void aMessageTellsWhichPluginsRejected() {
        assertThat(Reason.pluginsIn(FitError.onNodes(List.of(FULL, ELSEWHERE), 0, false)))
                .containsExactly(Plugin.NODE_RESOURCES_FIT, Plugin.VOLUME_BINDING);
        assertThat(Reason.pluginsIn(FitError.beforeNodes(1, Reason.CLAIM_NOT_FOUND.text("data"))))
                .containsExactly(Plugin.VOLUME_RESTRICTIONS);
        assertThat(Reason.pluginsIn(FitError.beforeNodes(1, Reason.VOLUME_NOT_FOUND.text("data"))))
                .containsExactly(Plugin.VOLUME_ZONE);
        assertThat(Reason.pluginsIn(FitError.NO_NODES)).isEmpty();
    }
}
