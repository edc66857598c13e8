package io.mooring.binding.control.protection;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Settled;
import io.mooring.storage.PersistentVolumeClaimCondition;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProtectionTest {

    @Test
    void aFreeVolumeGoesAtOnce() {
        assertThat(Settled.with(volume("p", "1Gi", "m")).delete(volumeKey("p")).has(volumeKey("p")))
                .isFalse();
    }

    @Test
    void aBoundVolumeGoesWithItsClaim() {
        Settled terminating =
                Settled.with(volume("p", "1Gi", "m"), claim("c", "1Gi", "m")).delete(volumeKey("p"));
        assertThat(terminating.volume("p").metadata().isBeingDeleted()).isTrue();

        assertThat(terminating.deleteClaim("c").has(volumeKey("p"))).isFalse();
    }

    @Test
    void aLiveVolumeGetsItsFinalizerBack() {
        Settled settled = Settled.with(volume("p", "1Gi", "m"))
                .changeVolume(
                        "p", volume -> volume.withMetadata(volume.metadata().withFinalizers(List.of())));

        assertThat(settled.volume("p").metadata().finalizers()).containsExactly("kubernetes.io/pv-protection");
    }

    @Test
    void aLiveClaimGetsItsFinalizerBack() {
        Settled settled = Settled.with(claim("c", "1Gi", "m"))
                .changeClaim("c", claim -> claim.withMetadata(claim.metadata().withFinalizers(List.of())));

        assertThat(settled.claim("c").metadata().finalizers()).containsExactly("kubernetes.io/pvc-protection");
    }

    @Test
    void aClaimGoesWithItsLastScheduledPod() {
        Settled used = Settled.with(
                node("node-1", "8"), volume("p", "1Gi", "m"), claim("c", "1Gi", "m"), pod("one", "c"), pod("two", "c"));

        Settled terminating = used.deleteClaim("c");
        assertThat(terminating.claim("c").metadata().isBeingDeleted()).isTrue();
        assertThat(terminating.delete(podKey("one")).has(claimKey("c"))).isTrue();
        assertThat(terminating.delete(podKey("one")).delete(podKey("two")).has(claimKey("c")))
                .isFalse();
    }

    @Test
    void aPodWithoutANodeHoldsNoClaim() {
        Settled settled = Settled.with(claim("c", "1Gi", "m"), pod("waiting", "c"));

        assertThat(settled.deleteClaim("c").has(claimKey("c"))).isFalse();
    }

    @Test
    void anUnboundClaimSaysNothingOfItsUse() {
        assertThat(Settled.with(claim("c", "1Gi", "m")).claim("c").status().conditions())
                .isEmpty();
    }

    /** Upstream: {@code podUsesPVCForUnusedSince}, which asks {@code IsPodTerminated}; {@code podUsesPVCForDeletion} does not. */
    @Test
    void aPodThatOnlyItsFinalizersKeepHoldsTheClaimAndUsesItNoMore() {
        Pod held = pod("held", "c");
        Settled kept = Settled.with(
                        node("node-1", "8"),
                        volume("p", "1Gi", "m"),
                        claim("c", "1Gi", "m"),
                        held.withMetadata(held.metadata().withFinalizers(List.of("example.com/hold"))))
                .delete(podKey("held"));

        assertThat(kept.has(podKey("held"))).isTrue();
        assertThat(unused(kept).status()).isEqualTo("True");
        assertThat(unused(kept).reason()).isEqualTo("NoPodsUsingPVC");
        assertThat(kept.deleteClaim("c").has(claimKey("c"))).isTrue();
    }

    @Test
    void aBoundClaimSaysSinceWhenItIsUnused() {
        Settled unused = Settled.with(volume("p", "1Gi", "m"), claim("c", "1Gi", "m"));
        assertThat(unused(unused).status()).isEqualTo("True");
        assertThat(unused(unused).reason()).isEqualTo("NoPodsUsingPVC");

        Settled used = unused.and(pod("waiting", "c"));
        assertThat(unused(used).status()).isEqualTo("False");
        assertThat(unused(used).message()).isEqualTo("A pod is currently referencing this PVC");

        Settled again = used.delete(podKey("waiting"));
        Optional<Instant> since = unused(again).lastTransitionTime();
        assertThat(unused(again).status()).isEqualTo("True");
        assertThat(since.orElseThrow())
                .isAfter(unused(unused).lastTransitionTime().orElseThrow());
    }

    @Test
    void aPodThatEndedDoesNotUseItsClaim() {
        Settled used =
                Settled.with(node("node-1", "8"), volume("p", "1Gi", "m"), claim("c", "1Gi", "m"), pod("job", "c"));
        Pod pod = used.cluster().pod("default", "job").orElseThrow();

        Settled ended = new Settled(used.cluster()
                .updateStatus(pod.withStatus(pod.status().withPhase(PodPhase.SUCCEEDED)))
                .orThrow()
                .settle());

        assertThat(unused(ended).status()).isEqualTo("True");
    }

    private static PersistentVolumeClaimCondition unused(Settled settled) {
        List<PersistentVolumeClaimCondition> conditions =
                settled.claim("c").status().conditions();
        assertThat(conditions).hasSize(1);
        assertThat(conditions.get(0).type()).isEqualTo("Unused");
        return conditions.get(0);
    }
}
