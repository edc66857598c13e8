package io.mooring.binding.world;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mooring.binding.control.ControlPlane;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final Cluster READY = Cluster.empty(ControlPlane.DEFAULT.controllers())
            .create(volume("v", "1Gi", "m"))
            .orThrow()
            .settle()
            .create(claim("data", "1Gi", "m"))
            .orThrow();

    private static final Ref<PersistentVolumeClaim> CLAIM = PersistentVolumeClaim.ref("default", "data");

    @Test
    void aWatcherSeesTheClaimOfEachWrite() {
        List<Optional<ClaimPhase>> phases = new ArrayList<>();
        READY.settle(change -> change.as(PersistentVolumeClaim.KIND)
                .flatMap(Change::after)
                .ifPresent(claim -> phases.add(claim.status().phase())));

        assertThat(phases).contains(Optional.of(ClaimPhase.PENDING)).endsWith(Optional.of(ClaimPhase.BOUND));
        assertThat(READY.settle().changesSince(READY)).hasSize(2);
    }

    @Test
    void aCourseStopsBetweenTwoControllersAndSettlingGoesOnFromThere() {
        Course untilVolumeIsTaken =
                now -> now.volume("v").orElseThrow().spec().claimRef().isPresent() ? Optional.empty() : now.step();
        Cluster between = READY.settle(untilVolumeIsTaken, change -> {});

        assertThat(between.claim("default", "data").orElseThrow().isBound()).isFalse();
        assertThat(between.isSettled()).isFalse();
        assertThat(between.settle().text()).isEqualTo(READY.settle().text());
    }

    @Test
    void aWriteThatFailsOnceIsMadeAgain() {
        Cluster before = toFirstWrite();
        NextWrite next = before.nextWrite().orElseThrow();
        Cluster failed = before.withoutNextWrite(Duration.ZERO);

        assertThat(next.controller()).isEqualTo("persistentvolume-binder-controller");
        assertThat(failed.changesSince(before)).isEmpty();
        assertThat(failed.nextWrite()).isEmpty();
        assertThat(failed.settle().claim("default", "data").orElseThrow().isBound())
                .isTrue();
    }

    @Test
    void aWriteThatIsRetriedLaterWaitsForTheTimeToPass() {
        Cluster waiting = toFirstWrite().withoutNextWrite(Duration.ofMinutes(1)).settle();

        assertThat(waiting.nextDue()).isPresent();
        assertThat(waiting.isSettled()).isTrue();
        assertThat(waiting.advance(Duration.ofMinutes(1))
                        .settle()
                        .claim("default", "data")
                        .orElseThrow()
                        .isBound())
                .isTrue();
    }

    @Test
    void nothingFailsWhereNothingIsWritten() {
        Cluster settled = READY.settle();

        assertThat(settled.step()).isEmpty();
        assertThat(settled.nextWrite()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> settled.withoutNextWrite(Duration.ZERO))
                .withMessage("nothing is to be written");
    }

    @Test
    void replacingTheStatusLeavesTheSpec() {
        JsonObject stored = READY.tree(CLAIM).orElseThrow();
        JsonObject changed = stored.with("status", JsonObject.of("phase", new JsonString("Lost")))
                .with("spec", JsonObject.EMPTY);
        Cluster after = READY.updateStatus(CLAIM, changed).orThrow();

        PersistentVolumeClaim claim = after.get(CLAIM).orElseThrow();
        assertThat(claim.status().phase()).hasValue(ClaimPhase.LOST);
        assertThat(claim.spec()).isEqualTo(READY.get(CLAIM).orElseThrow().spec());
        assertThat(claim.metadata().resourceVersion()).isEqualTo(after.version());
    }

    @Test
    void aStatusReadBeforeAnotherWriteIsAConflict() {
        JsonObject stored = READY.tree(CLAIM).orElseThrow();
        Cluster later = READY.settle();

        assertThat(later.updateStatus(CLAIM, stored).answer().refused())
                .hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo(409));
    }

    @Test
    void anObjectIsReplacedByOneThatSaysItIsTheSame() {
        JsonObject stored = READY.tree(CLAIM).orElseThrow();
        JsonObject other = stored.with(
                "metadata", ((JsonObject) stored.get("metadata").orElseThrow()).with("name", new JsonString("other")));

        assertThat(READY.update(CLAIM, other).answer().refused())
                .hasValueSatisfying(refused -> assertThat(refused.message())
                        .isEqualTo("the name of the object (other) does not match the name on the URL (data)"));
        assertThat(READY.update(PersistentVolumeClaim.ref("default", "none"), stored)
                        .answer()
                        .refused())
                .hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo(404));
        assertThat(READY.update(CLAIM, stored).orThrow()).hasToString(READY.toString());
    }

    @Test
    void aCustomResourceWithoutNamespaceHasNone() {
        JsonObject gadget = JsonObject.builder()
                .put("apiVersion", "example.com/v1")
                .put("kind", "Gadget")
                .put("metadata", JsonObject.of("generateName", new JsonString("g-")))
                .put("spec", JsonObject.of("size", new JsonString("1")))
                .build();
        Outcome created = READY.createIn("", gadget);
        KubernetesObject object = created.answer().accepted().orElseThrow();

        assertThat(object.metadata().namespace()).isEmpty();
        assertThat(object.metadata().generation()).isEqualTo(1);
        JsonObject larger = created.cluster()
                .tree(object.ref())
                .orElseThrow()
                .with("spec", JsonObject.of("size", new JsonString("2")));
        Outcome updated = created.cluster().update(object.ref(), larger);
        assertThat(updated.answer().accepted().orElseThrow().metadata().generation())
                .isEqualTo(2);
        Outcome reported = updated.cluster()
                .updateStatus(
                        object.ref(),
                        larger.with(
                                        "metadata",
                                        JsonObject.of(
                                                "name",
                                                new JsonString(object.metadata().name())))
                                .with("status", JsonObject.of("ready", new JsonString("yes"))));
        assertThat(reported.answer().accepted().orElseThrow().metadata().generation())
                .isEqualTo(2);
    }

    @Test
    void whatIsSentToANamespaceMustNotNameAnother() {
        JsonObject claim = READY.tree(CLAIM).orElseThrow();

        assertThat(READY.createIn("shop", claim).answer().refused())
                .hasValueSatisfying(
                        refused -> assertThat(refused.message())
                                .isEqualTo(
                                        "the namespace of the provided object does not match the namespace sent on the request"));
    }

    private static Cluster toFirstWrite() {
        Course untilFirstWrite = now -> now.nextWrite().isPresent() ? Optional.empty() : now.step();
        return READY.settle(untilFirstWrite, change -> {});
    }
}
