package io.mooring.binding.control;

import static io.mooring.binding.story.Given.asking;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimCondition;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the controllers make of it that somebody says of a pod that it has ended. */
class EndedPodTest {

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "Succeeded"})
    void itDoesNotRunAgain(String phase) {
        Settled ended = ended(Settled.with(node("a", "8"), pod("p")), "p", phase);
        assertThat(ended.cluster().get(podKey("p")).orElseThrow().status().phase())
                .hasValueSatisfying(told -> assertThat(told.value()).isEqualTo(phase));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "Succeeded"})
    void itDoesNotUseItsClaimButHoldsItStill(String phase) {
        Settled ended = ended(
                Settled.with(node("a", "8"), volume("v", "1Gi", "m"), claim("c", "1Gi", "m"), pod("p", "c")),
                "p",
                phase);
        assertThat(ended.claim("c").status().conditions())
                .extracting(PersistentVolumeClaimCondition::reason)
                .containsExactly("NoPodsUsingPVC");

        Settled deleted = ended.deleteClaim("c");
        assertThat(deleted.claim("c").metadata().isBeingDeleted()).isTrue();
        assertThat(deleted.delete(podKey("p")).cluster().claim("default", "c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "Succeeded"})
    void itLeavesItsRoomToAnother(String phase) {
        Settled full = Settled.with(node("a", "1"), asking(pod("p"), "1"), asking(pod("next"), "1"));
        assertThat(isPlaced(full, "next")).isFalse();
        assertThat(isPlaced(ended(full, "p", phase), "next")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "Succeeded"})
    void itLeavesItsReadWriteOncePodClaimToAnother(String phase) {
        PersistentVolume volume = volume("v", "1Gi", "m");
        PersistentVolumeClaim claim = claim("c", "1Gi", "m");
        Settled used = Settled.with(
                node("a", "8"),
                volume.withSpec(volume.spec().withAccessModes(List.of(AccessMode.READ_WRITE_ONCE_POD))),
                claim.withSpec(claim.spec().withAccessModes(List.of(AccessMode.READ_WRITE_ONCE_POD))),
                pod("p", "c"),
                pod("next", "c"));
        assertThat(isPlaced(used, "next")).isFalse();
        assertThat(isPlaced(ended(used, "p", phase), "next")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "Succeeded"})
    void itGetsNoNodeAnyMore(String phase) {
        Settled ended = ended(Settled.with(pod("p")), "p", phase).and(node("a", "8"));
        assertThat(isPlaced(ended, "p")).isFalse();
    }

    private static Settled ended(Settled settled, String pod, String phase) {
        JsonObject patch = JsonObject.of("status", JsonObject.of("phase", new JsonString(phase)));
        return new Settled(
                settled.cluster().patchStatus(podKey(pod), patch).orThrow().settle());
    }

    private static boolean isPlaced(Settled settled, String pod) {
        return settled.cluster().get(podKey(pod)).orElseThrow().isPlaced();
    }
}
