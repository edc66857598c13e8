package io.mooring.binding.world;

import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusPatchTest {
    private static final Cluster EMPTY = Cluster.empty(Controllers.NONE);
    private static final Cluster WITH_POD = EMPTY.create(pod("u")).orThrow();
    private static final JsonObject FAILED = JsonObject.of("status", text("phase", "Failed"));

    @Test
    void changesTheStatus() {
        Pod failed = WITH_POD.patchStatus(podKey("u"), FAILED)
                .orThrow()
                .pod("default", "u")
                .orElseThrow();

        assertThat(failed.status().phase()).contains(PodPhase.FAILED);
    }

    @Test
    void leavesEverythingElseAsItIs() {
        JsonObject patch = FAILED.with("metadata", JsonObject.of("labels", text("tier", "gold")))
                .with("spec", text("nodeName", "node-1"));
        Pod before = WITH_POD.pod("default", "u").orElseThrow();
        Pod after = WITH_POD.patchStatus(podKey("u"), patch)
                .orThrow()
                .pod("default", "u")
                .orElseThrow();

        assertThat(after.spec()).isEqualTo(before.spec());
        assertThat(after.metadata())
                .isEqualTo(
                        before.metadata().withResourceVersion(after.metadata().resourceVersion()));
        assertThat(after.metadata().resourceVersion())
                .isNotEqualTo(before.metadata().resourceVersion());
    }

    @Test
    void writesNothingWhereNothingChanges() {
        Cluster failed = WITH_POD.patchStatus(podKey("u"), FAILED).orThrow();

        assertThat(failed.patchStatus(podKey("u"), FAILED).orThrow().changesSince(failed))
                .isEmpty();
    }

    @Test
    void tellsWhenAVolumeGotIntoItsPhase() {
        Cluster later = EMPTY.create(volume("p", "1Gi", "m")).orThrow().advance(Duration.ofHours(1));
        PersistentVolume released = later.patchStatus(
                        volumeKey("p"), JsonObject.of("status", text("phase", "Released")))
                .orThrow()
                .volume("p")
                .orElseThrow();

        assertThat(released.status().phase()).contains(VolumePhase.RELEASED);
        assertThat(released.status().lastPhaseTransitionTime())
                .hasValueSatisfying(time -> assertThat(time).isAfter(later.now()));
    }

    @Test
    void refusesAFieldThatIsNotKnown() {
        JsonObject patch = JsonObject.of("status", text("phaze", "Failed"));

        assertRefused(WITH_POD.patchStatus(podKey("u"), patch), 400, "unknown field \"status.phaze\"");
    }

    @Test
    void refusesAnotherVersionThanTheStoredOne() {
        JsonObject patch = FAILED.with("metadata", text("resourceVersion", "99"));

        assertRefused(WITH_POD.patchStatus(podKey("u"), patch), 409, "the object has been modified");
    }

    @Test
    void findsNothingToPatch() {
        assertRefused(EMPTY.patchStatus(podKey("u"), FAILED), 404, "pods \"u\" not found");
    }

    private static void assertRefused(Outcome outcome, int code, String message) {
        assertThat(outcome.answer()).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.message()).contains(message);
        });
    }

    private static JsonObject text(String name, String value) {
        return JsonObject.of(name, new JsonString(value));
    }
}
