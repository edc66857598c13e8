package io.mooring.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Answer;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Dump;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.tree.MergePatch;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each law says so, and why, where it does not hold. */
class LawsTest {
    private static final Ref<PersistentVolume> VOLUME = PersistentVolume.ref("pv-a");
    private static final Ref<PersistentVolumeClaim> CLAIM = PersistentVolumeClaim.ref("default", "data-a");
    private static final Ref<PersistentVolumeClaim> OTHER = PersistentVolumeClaim.ref("default", "data-b");

    private static final Cluster BOUND = Story.of(Cluster.empty(ControlPlane.DEFAULT.controllers()), Step.create("""
                    {apiVersion: v1, kind: PersistentVolume, metadata: {name: pv-a}, spec: {accessModes: [ReadWriteOnce],
                     capacity: {storage: 1Gi}, hostPath: {path: /data}, persistentVolumeReclaimPolicy: Retain}}
                    ---
                    {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-a}, spec: {accessModes: [ReadWriteOnce],
                     resources: {requests: {storage: 1Gi}}, storageClassName: ""}}
                    ---
                    {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-b}, spec: {accessModes: [ReadWriteOnce],
                     resources: {requests: {storage: 2Gi}}, storageClassName: ""}}
                    """))
            .end();

    /** Of these there is a test; there is no cluster that is opened otherwise than it was. */
    private static final Set<Laws> BREAKABLE = EnumSet.complementOf(EnumSet.of(Laws.OPENED_IS_THE_SAME));

    private static Passage broken(Laws law) {
        return switch (law) {
            case NO_VOLUME_SERVES_TWO, NONE_TOO_SMALL -> passage(changed(OTHER, boundTo("pv-a")));
            case BOUND_STAYS_BOUND -> passage(changed(CLAIM, boundTo("pv-b")));
            case RETAIN_KEEPS, DATA_IS_KEPT -> passage(without(VOLUME));
            case DELETED_GOES ->
                passage(changed(
                        OTHER,
                        JsonObject.of(
                                "metadata",
                                JsonObject.of("deletionTimestamp", new JsonString("2026-01-01T00:00:00Z"))
                                        .with("finalizers", JsonNull.NULL))));
            case REFUSED_CHANGES_NOTHING -> passageOf(new Step.Own("half done", LawsTest::halfDone));
            case SETTLED_STAYS_SETTLED -> passage(BOUND.delete(CLAIM).orThrow());
            case OPENED_IS_THE_SAME -> throw new IllegalArgumentException(law.words());
        };
    }

    private static Outcome halfDone(Cluster cluster) {
        Answer refusal = cluster.delete(PersistentVolume.ref("nobody")).answer();
        return new Outcome(cluster.delete(CLAIM).cluster(), refusal);
    }

    private static Passage passage(Cluster after) {
        return new Passage(BOUND, List.of(), after);
    }

    private static Passage passageOf(Step step) {
        return Story.of(BOUND, List.of(step)).passages().get(0);
    }

    private static JsonObject boundTo(String volume) {
        JsonValue spec = JsonObject.of("volumeName", new JsonString(volume));
        JsonValue annotations = JsonObject.of("pv.kubernetes.io/bind-completed", new JsonString("yes"));
        return JsonObject.of("spec", spec)
                .with("metadata", JsonObject.of("annotations", annotations))
                .with("status", JsonObject.of("phase", new JsonString("Bound")));
    }

    private static Cluster changed(Ref<?> object, JsonObject patch) {
        return rewritten(stored -> stored.object().ref().equals(object)
                ? Dump.Stored.read(MergePatch.apply(stored.tree(), patch))
                : stored);
    }

    private static Cluster without(Ref<?> object) {
        Dump left = Dump.NONE.and(BOUND.dump().objects().stream()
                .filter(stored -> !stored.object().ref().equals(object))
                .toList());
        return Cluster.open(BOUND.controllers(), left.ofEverything());
    }

    private static Cluster rewritten(UnaryOperator<Dump.Stored> change) {
        Dump other = Dump.NONE.and(BOUND.dump().objects().stream().map(change).toList());
        return Cluster.open(BOUND.controllers(), other.ofEverything());
    }

    @Test
    void eachIsBrokenByWhatItIsAboutAndNamesIt() {
        assertThat(BREAKABLE).hasSize(Laws.values().length - 1);
        for (Laws law : BREAKABLE) {
            assertThatThrownBy(() -> law.check(broken(law)))
                    .as(law.words())
                    .isInstanceOf(AssertionError.class)
                    .message()
                    .containsAnyOf("pv-a", "data-a", "data-b", "half done");
        }
    }

    @Test
    void theMessageHasMooringsExplanation() {
        assertThatThrownBy(() -> Laws.NONE_TOO_SMALL.check(broken(Laws.NONE_TOO_SMALL)))
                .hasMessageStartingWith(
                        "PersistentVolume pv-a has 1Gi, and PersistentVolumeClaim default/data-b asked for 2Gi\n"
                                + "default/data-b ");
    }

    @Test
    void allHoldWhereNothingIsBroken() {
        for (Law law : Laws.all()) {
            assertThatCode(() -> law.check(passage(BOUND))).as(law.words()).doesNotThrowAnyException();
        }
    }

    @Test
    void whoeverAsksForLossGetsIt() {
        Story scaled = Story.of(BOUND, List.of(new Step.Delete(VOLUME, Deletion.DEFAULT)));
        Passage lost = new Passage(BOUND, scaled.taken(), without(VOLUME));

        assertThatCode(() -> lost.steps().forEach(step -> Laws.DATA_IS_KEPT.check(lost)))
                .doesNotThrowAnyException();
        assertThatCode(() -> Laws.RETAIN_KEEPS.check(lost)).doesNotThrowAnyException();
    }
}
