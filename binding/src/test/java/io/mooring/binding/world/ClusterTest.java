package io.mooring.binding.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private static final Cluster EMPTY = Cluster.empty(Controllers.NONE);

    @Test
    void numbersWhatItCreates() {
        Cluster cluster =
                EMPTY.create(volume("a")).orThrow().create(volume("b")).orThrow();

        ObjectMeta a = cluster.volume("a").orElseThrow().metadata();
        ObjectMeta b = cluster.volume("b").orElseThrow().metadata();
        assertThat(a.uid()).isEqualTo("00000000-0000-4000-8000-000000000001");
        assertThat(b.uid()).isEqualTo("00000000-0000-4000-8000-000000000002");
        assertThat(a.resourceVersion()).isEqualTo("1");
        assertThat(b.creationTimestamp()).hasValue(cluster.now());
    }

    @Test
    void leavesTheOldWorldAsItWas() {
        Cluster before = unprotected(EMPTY.create(volume("a")).orThrow(), "a");
        Cluster after = before.delete(key("a")).orThrow();

        assertThat(before.size()).isEqualTo(1);
        assertThat(before.volume("a")).isPresent();
        assertThat(after.all()).isEmpty();
    }

    @Test
    void refusesToGoBackInTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.advance(Duration.ofSeconds(-5)))
                .withMessage("time does not go back: PT-5S");
        assertThat(EMPTY.advance(Duration.ZERO).now()).isEqualTo(EMPTY.now());
    }

    @Test
    void refusesToTellEventsAfterMoreThanThereAre() {
        assertThat(EMPTY.eventsSince(0)).isEmpty();
        for (int count : new int[] {-1, 3}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EMPTY.eventsSince(count))
                    .withMessage("there are 0 events, and so none after the first " + count);
        }
    }

    @Test
    void tellsWhatChangedSinceAnEarlierWorld() {
        Cluster before = unprotected(
                EMPTY.create(volume("gone")).orThrow().create(volume("kept")).orThrow(), "gone");
        JsonObject labels = JsonObject.of("labels", JsonObject.of("tier", new JsonString("gold")));
        Cluster after = before.delete(key("gone"))
                .orThrow()
                .create(volume("new"))
                .orThrow()
                .patch(key("kept"), JsonObject.of("metadata", labels))
                .orThrow();

        assertThat(after.changesSince(before))
                .containsExactly(
                        Change.removal(before.get(key("gone")).orElseThrow()),
                        Change.update(
                                before.get(key("kept")).orElseThrow(),
                                after.get(key("kept")).orElseThrow()),
                        Change.creation(after.get(key("new")).orElseThrow()));
        assertThat(before.changesSince(after)).hasSize(3);
        assertThat(after.changesSince(after)).isEmpty();
    }

    @Test
    void refusesASecondObjectOfTheSameName() {
        Cluster cluster = EMPTY.create(volume("a")).orThrow();
        Outcome outcome = cluster.create(volume("a"));

        assertThat(outcome.cluster()).isSameAs(cluster);
        assertRefused(outcome, 409, "AlreadyExists", "persistentvolumes \"a\" already exists");
    }

    @Test
    void saysThatTheObjectInTheWayIsBeingDeleted() {
        Cluster cluster = EMPTY.create(held("a", "x.example/y"))
                .orThrow()
                .delete(key("a"))
                .orThrow();

        assertThat(cluster.volume("a").orElseThrow().metadata().isBeingDeleted())
                .isTrue();
        assertRefused(
                cluster.create(volume("a")),
                409,
                "AlreadyExists",
                "object is being deleted: persistentvolumes \"a\" already exists");
    }

    @Test
    void cannotChangeOrDeleteWhatIsNotThere() {
        String message = "persistentvolumes \"a\" not found";

        assertRefused(EMPTY.delete(key("a")), 404, "NotFound", message);
        assertRefused(EMPTY.patch(key("a"), JsonObject.EMPTY), 404, "NotFound", message);
        assertRefused(EMPTY.update(volume("a")), 404, "NotFound", message);
        assertRefused(EMPTY.updateStatus(volume("a")), 404, "NotFound", message);
    }

    @Test
    void removesADeletedObjectWithItsLastFinalizer() {
        Cluster held = EMPTY.create(held("a", "x.example/y")).orThrow();
        Cluster deleting = held.delete(key("a")).orThrow();
        Cluster gone =
                deleting.patch(key("a"), metadata("finalizers", JsonNull.NULL)).orThrow();

        assertThat(deleting.delete(key("a")).cluster().volume("a")).isEqualTo(deleting.volume("a"));
        assertThat(gone.volume("a")).isEmpty();
    }

    @Test
    void patchesFieldByField() {
        Cluster cluster = EMPTY.create(volume("a")).orThrow();
        Cluster patched = cluster.patch(key("a"), metadata("labels", JsonObject.of("tier", new JsonString("gold"))))
                .orThrow();

        PersistentVolume volume = patched.volume("a").orElseThrow();
        assertThat(volume.metadata().labels()).containsExactly(Map.entry("tier", "gold"));
        assertThat(volume.spec()).isEqualTo(cluster.volume("a").orElseThrow().spec());
    }

    @Test
    void aPatchThatChangesNothingMakesNoVersion() {
        Cluster cluster = EMPTY.create(volume("a")).orThrow();

        assertThat(cluster.patch(key("a"), JsonObject.EMPTY).orThrow().volume("a"))
                .isEqualTo(cluster.volume("a"));
    }

    @Test
    void refusesAnUpdateOfAnOldVersion() {
        Cluster first = EMPTY.create(volume("a")).orThrow();
        Cluster second = first.patch(key("a"), metadata("labels", JsonObject.of("tier", new JsonString("gold"))))
                .orThrow();

        assertRefused(
                second.update(first.volume("a").orElseThrow()),
                409,
                "Conflict",
                "Operation cannot be fulfilled on persistentvolumes \"a\": the object has been modified; please apply"
                        + " your changes to the latest version and try again");
    }

    @Test
    void deletesOnlyTheObjectThatWasMeant() {
        Cluster cluster = unprotected(EMPTY.create(volume("a")).orThrow(), "a");

        assertThat(cluster.delete(key("a"), Deletion.DEFAULT.ofUid("other")).answer())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("Conflict"));
        assertThat(cluster.delete(key("a"), Deletion.DEFAULT.ofVersion("2"))
                        .orThrow()
                        .size())
                .isZero();
    }

    @Test
    void countsGeneratedNames() {
        PersistentVolume generated =
                volume("").withMetadata(ObjectMeta.builder().generateName("v-").build());
        Cluster cluster = EMPTY.create(generated).orThrow().create(generated).orThrow();

        assertThat(cluster.list(PersistentVolume.KIND)
                        .map(each -> each.metadata().name()))
                .containsExactly("v-bbbbb", "v-bbbbc");
    }

    @Test
    void theSameCallsGiveTheSameText() {
        String once = EMPTY.create(volume("a"))
                .orThrow()
                .create(volume("b"))
                .orThrow()
                .text();
        String again = EMPTY.create(volume("a"))
                .orThrow()
                .create(volume("b"))
                .orThrow()
                .text();

        assertThat(once).isEqualTo(again).hasLineCount(2);
    }

    @Test
    void keepsTheOwnerInTheForegroundUntilFinalizersAreGone() {
        Cluster cluster = EMPTY.create(volume("a"))
                .orThrow()
                .delete(key("a"), Deletion.DEFAULT.with(Propagation.FOREGROUND))
                .orThrow();

        assertThat(cluster.volume("a").orElseThrow().metadata().finalizers()).contains("foregroundDeletion");
    }

    @Test
    void earlierControllersActBetweenTheWritesOfLaterOnes() {
        Controller<?> labeller = new Labeller();
        Cluster cluster = Cluster.empty(Controllers.of(labeller, new Copier()))
                .create(volume("a"))
                .orThrow()
                .settle();

        assertThat(cluster.list(PersistentVolume.KIND))
                .extracting(each -> each.metadata().labels().get("seen"))
                .containsExactly("1", "2", "3");
        assertThat(cluster.isSettled()).isTrue();
        assertThat(cluster.settle().text()).isEqualTo(cluster.text());
    }

    @Test
    void anEventToldAgainOnlyCounts() {
        Cluster cluster = Cluster.empty(Controllers.of(new Teller()))
                .create(volume("a"))
                .orThrow()
                .settle();
        Cluster again = cluster.patch(key("a"), metadata("labels", JsonObject.of("tier", new JsonString("gold"))))
                .orThrow()
                .settle();

        assertThat(again.events()).hasSize(1).allMatch(event -> event.count() == 2);
    }

    @Test
    void whoWaitsForTimeActsWhenItHasPassed() {
        Cluster created =
                Cluster.empty(Controllers.of(new Sleeper())).create(volume("a")).orThrow();
        Cluster waiting = unprotected(created, "a").settle();

        assertThat(waiting.advance(Duration.ofSeconds(58)).settle().size()).isEqualTo(1);
        assertThat(waiting.nextDue()).hasValue(created.now().plusSeconds(60));
        assertThat(waiting.advance(Duration.ofSeconds(59)).settle().size()).isZero();
    }

    /** The volume without the finalizer that admission gave it. */
    private static Cluster unprotected(Cluster cluster, String name) {
        return cluster.patch(key(name), metadata("finalizers", JsonNull.NULL)).orThrow();
    }

    private static void assertRefused(Outcome outcome, int code, String reason, String message) {
        assertThat(outcome.answer()).isEqualTo(new Answer.Refused(code, reason, message, List.of()));
    }

    private static Ref<PersistentVolume> key(String volume) {
        return PersistentVolume.ref(volume);
    }

    private static JsonObject metadata(String field, JsonValue value) {
        return JsonObject.of("metadata", JsonObject.of(field, value));
    }

    private static PersistentVolume volume(String name) {
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .spec(PersistentVolumeSpec.builder()
                        .putCapacity("storage", Quantity.parse("1Gi"))
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .addSources(VolumeSource.nfs("s", "/" + name))
                        .build())
                .build();
    }

    private static PersistentVolume held(String name, String finalizer) {
        PersistentVolume volume = volume(name);
        return volume.withMetadata(volume.metadata().withFinalizers(finalizer));
    }

    /** Every key that changes, looked at now. */
    private abstract static class Simple implements Controller<Ref<?>> {
        @Override
        public String name() {
            return getClass().getSimpleName();
        }

        @Override
        public Watches<Ref<?>> watches() {
            return Watches.ofAll((change, cluster) -> List.of(Wake.now(change.ref())));
        }
    }

    /** Labels each volume with the number of volumes there are when it first sees it. */
    private static final class Labeller extends Simple {
        @Override
        public List<Write> reconcile(Cluster cluster, Ref<?> key) {
            PersistentVolume volume = cluster.volume(key.name()).orElseThrow();
            if (volume.metadata().labels().containsKey("seen")) {
                return List.of();
            }
            Map<String, String> labels = Map.of("seen", Integer.toString(cluster.size()));
            return List.of(
                    new Write.Update(volume.withMetadata(volume.metadata().withLabels(labels))));
        }
    }

    private static final class Copier extends Simple {
        @Override
        public List<Write> reconcile(Cluster cluster, Ref<?> key) {
            return cluster.size() > 1
                    ? List.of()
                    : List.of(new Write.Create(volume("b")), new Write.Create(volume("c")));
        }
    }

    private static final class Teller extends Simple {
        @Override
        public List<Write> reconcile(Cluster cluster, Ref<?> key) {
            return List.of(Write.normal(cluster.get(key).orElseThrow(), "Seen", "seen"));
        }
    }

    /** Deletes a volume that is a minute old. */
    private static final class Sleeper extends Simple {
        @Override
        public List<Write> reconcile(Cluster cluster, Ref<?> key) {
            if (cluster.get(key).isEmpty()) {
                return List.of();
            }
            Duration age = Duration.between(
                    cluster.get(key)
                            .orElseThrow()
                            .metadata()
                            .creationTimestamp()
                            .orElseThrow(),
                    cluster.now());
            Duration left = Duration.ofMinutes(1).minus(age);
            return left.isNegative() || left.isZero() ? List.of(Write.delete(key)) : List.of(new Write.LookAgain(left));
        }
    }
}
