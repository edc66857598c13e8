package io.mooring.binding.world;

import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.time.Duration;
import java.util.List;
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
    void leavesTheSpecAsItIs() {
        Pod after = patched(FAILED.with("spec", text("nodeName", "node-1")));

        assertThat(after.spec()).isEqualTo(before().spec());
        assertThat(after.metadata())
                .isEqualTo(
                        before().metadata().withResourceVersion(after.metadata().resourceVersion()));
        assertThat(after.metadata().resourceVersion())
                .isNotEqualTo(before().metadata().resourceVersion());
    }

    @Test
    void changesTheMetadataButForAPodsOwners() {
        JsonObject owner = JsonObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "Node")
                .put("name", "node-1")
                .put("uid", "u-1")
                .build();
        JsonObject metadata = JsonObject.of("labels", text("tier", "gold"))
                .with("annotations", text("note", "kept"))
                .with("finalizers", new JsonArray(List.of(new JsonString("example.com/hold"))))
                .with("ownerReferences", new JsonArray(List.of(owner)));
        Pod after = patched(JsonObject.of("metadata", metadata));

        assertThat(after.metadata().labels()).containsEntry("tier", "gold");
        assertThat(after.metadata().annotations()).containsEntry("note", "kept");
        assertThat(after.metadata().finalizers()).containsExactly("example.com/hold");
        assertThat(after.metadata().ownerReferences()).isEmpty();
    }

    @Test
    void checksTheMetadata() {
        JsonObject patch = JsonObject.of("metadata", JsonObject.of("labels", text("no label", "gold")));

        assertRefused(WITH_POD.patchStatus(podKey("u"), patch), 422, "metadata.labels");
    }

    @Test
    void aDeletedObjectGoesWhenItsLastFinalizerDoes() {
        Cluster deleting = EMPTY.create(volume("p", "1Gi", "m"))
                .orThrow()
                .delete(volumeKey("p"))
                .orThrow();
        JsonObject patch = JsonObject.of("metadata", JsonObject.of("finalizers", JsonNull.NULL));

        assertThat(deleting.volume("p")).isPresent();
        assertThat(deleting.patchStatus(volumeKey("p"), patch).orThrow().volume("p"))
                .isEmpty();
    }

    @Test
    void ofAnObjectThatIsCarriedAlongOnlyTheStatusChanges() {
        JsonObject tree = JsonObject.builder()
                .put("apiVersion", "example.com/v1")
                .put("kind", "Backup")
                .put("metadata", text("name", "b"))
                .build();
        Ref<OtherObject> backup = OtherObject.kindOf("example.com/v1", "Backup").ref("default", "b");
        OtherObject after = EMPTY.create(tree)
                .orThrow()
                .patchStatus(backup, FAILED.with("metadata", JsonObject.of("labels", text("tier", "gold"))))
                .orThrow()
                .get(backup)
                .orElseThrow();

        assertThat(after.content()).isEqualTo(FAILED);
        assertThat(after.metadata().labels()).isEmpty();
    }

    @Test
    void isNotServedForAKindWithoutAStatus() {
        Cluster cluster = EMPTY.create(storageClass("x")).orThrow();

        assertRefused(
                cluster.patchStatus(StorageClass.ref("x"), FAILED),
                404,
                "the server could not find the requested resource (patch storageclasses.storage.k8s.io x)");
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

    private static Pod before() {
        return WITH_POD.pod("default", "u").orElseThrow();
    }

    private static Pod patched(JsonObject patch) {
        return WITH_POD.patchStatus(podKey("u"), patch)
                .orThrow()
                .pod("default", "u")
                .orElseThrow();
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
