package io.mooring.binding.world;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.story.Given;
import io.mooring.meta.KubernetesObject;
import io.mooring.storage.PersistentVolume;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cluster goes on from what an API server stored. */
class OpenedClusterTest {
    private static final Controllers PLAIN = ControlPlane.DEFAULT.controllers();

    private static JsonObject tree(String kind, String name, JsonObject more) {
        JsonObject metadata = JsonObject.builder()
                .put("name", name)
                .put("uid", "b6b0f7b4-" + name)
                .put("resourceVersion", "731")
                .put("creationTimestamp", "2025-05-01T10:00:00Z")
                .build();
        return JsonObject.builder()
                .put("apiVersion", "v1")
                .put("kind", kind)
                .put("metadata", metadata)
                .putAll(more)
                .build();
    }

    private static JsonObject storedVolume(String name) {
        JsonObject spec = JsonObject.builder()
                .put("accessModes", new JsonArray(List.of(new JsonString("ReadWriteOnce"))))
                .put("capacity", JsonObject.of("storage", new JsonString("1Gi")))
                .put(
                        "csi",
                        JsonObject.builder()
                                .put("driver", "d")
                                .put("volumeHandle", "h")
                                .build())
                .put("persistentVolumeReclaimPolicy", "Retain")
                .put("storageClassName", "m")
                .put("volumeMode", "Filesystem")
                .build();
        JsonObject status = JsonObject.builder()
                .put("lastPhaseTransitionTime", "2025-05-02T11:00:00Z")
                .put("phase", "Available")
                .build();
        JsonObject volume =
                tree("PersistentVolume", name, JsonObject.of("spec", spec).with("status", status));
        JsonArray finalizers = new JsonArray(List.of(new JsonString("kubernetes.io/pv-protection")));
        return volume.with(
                "metadata", ((JsonObject) volume.get("metadata").orElseThrow()).with("finalizers", finalizers));
    }

    private static Cluster open(JsonObject... trees) {
        return Cluster.open(PLAIN, Dump.of(List.of(trees)).ofEverything());
    }

    private static List<JsonObject> trees(Cluster cluster) {
        return cluster.dump().objects().stream().map(Dump.Stored::tree).toList();
    }

    @Test
    void numbersAndTimeGoOnBehindTheNewest() {
        Cluster opened = open(storedVolume("p"));

        assertThat(opened.now()).isEqualTo(Instant.parse("2025-05-02T11:00:00Z"));
        KubernetesObject created =
                opened.create(volume("q", "1Gi", "m")).accepted().orElseThrow();
        assertThat(created.metadata().resourceVersion()).isEqualTo("732");
        assertThat(created.metadata().creationTimestamp()).contains(Instant.parse("2025-05-02T11:00:01Z"));
        assertThat(created.metadata().uid()).isEqualTo("00000000-0000-4000-8000-0000000002dc");
    }

    @Test
    void whatWillBeIsNoTimeThatWas() {
        JsonObject metadata = JsonObject.builder()
                .put("name", "p")
                .put("namespace", "default")
                .put("uid", "u")
                .put("creationTimestamp", "2025-05-01T10:00:00Z")
                .put("deletionTimestamp", "2025-05-01T10:10:30Z")
                .put("deletionGracePeriodSeconds", JsonNumber.of(600))
                .build();
        JsonObject pod = tree("Pod", "p", JsonObject.of("spec", JsonObject.of("nodeName", new JsonString("n"))))
                .with("metadata", metadata);

        assertThat(open(pod).now()).isEqualTo(Instant.parse("2025-05-01T10:00:30Z"));
    }

    @Test
    void aUidOfWhatIsGoneIsNotGivenAgain() {
        Cluster released = Given.cluster()
                .create(volume("v", "1Gi", "m"))
                .orThrow()
                .create(claim("c", "1Gi", "m"))
                .orThrow()
                .settle()
                .delete(claimKey("c"))
                .orThrow()
                .settle();
        Cluster opened =
                Cluster.open(PLAIN, Dump.NONE.and(released.dump().objects()).ofEverything());

        Cluster again = opened.create(claim("c", "1Gi", "m")).orThrow().settle();

        assertThat(again.claim("default", "c").orElseThrow().isBound()).isFalse();
    }

    @Test
    void aGeneratedNameIsOneThatNobodyHas() {
        JsonObject pod = tree("Pod", "job-bbbbb", JsonObject.of("spec", JsonObject.EMPTY));
        JsonObject metadata = JsonObject.builder()
                .put("namespace", "default")
                .put("generateName", "job-")
                .build();
        JsonObject stored = ((JsonObject) pod.get("metadata").orElseThrow())
                .with("namespace", new JsonString("default"))
                .with("resourceVersion", new JsonString("0"));
        Cluster opened = open(pod.with("metadata", stored));
        JsonObject container =
                JsonObject.builder().put("name", "c").put("image", "x").build();
        JsonObject spec = JsonObject.of("containers", new JsonArray(List.of(container)));

        KubernetesObject created = opened.create(pod.with("metadata", metadata).with("spec", spec))
                .accepted()
                .orElseThrow();

        assertThat(created.metadata().name()).isEqualTo("job-bbbbc");
    }

    @Test
    void nothingIsFilledInAndTheDumpIsWhatItWas() {
        JsonObject stored = storedVolume("p");

        assertThat(trees(open(stored).settle())).containsExactly(stored);
    }

    @Test
    void whatMooringDoesNotKnowIsGivenBackWhereItStood() {
        JsonObject stored = storedVolume("p");
        JsonObject spec = ((JsonObject) stored.get("spec").orElseThrow()).with("fromTheFuture", JsonNumber.of(1));
        JsonObject newer = stored.with("spec", spec).with("attic", JsonNull.NULL);
        Cluster opened = open(newer, tree("Widget", "w", JsonObject.of("spec", JsonObject.of("a", JsonNull.NULL))));

        assertThat(opened.tree(PersistentVolume.ref("p"))).contains(newer);
        Cluster bound = opened.create(claim("c", "1Gi", "m")).orThrow().settle();
        JsonObject after = bound.tree(PersistentVolume.ref("p")).orElseThrow();
        assertThat(after.at("spec", "fromTheFuture")).contains(JsonNumber.of(1));
        assertThat(after.at("spec", "claimRef", "name")).contains(new JsonString("c"));
        assertThat(after.has("attic")).isTrue();
    }

    @Test
    void anotherObjectOfTheNameCarriesNothing() {
        JsonObject newer = storedVolume("p").with("attic", JsonNull.NULL);
        Cluster again = open(newer)
                .delete(PersistentVolume.ref("p"))
                .orThrow()
                .settle()
                .create(volume("p", "1Gi", "m"))
                .orThrow();

        assertThat(again.tree(PersistentVolume.ref("p")).orElseThrow().has("attic"))
                .isFalse();
    }

    @Test
    void ofTwoThatAreOneTheNewerCounts() {
        JsonObject stored = storedVolume("p");
        JsonObject older = stored.with(
                "metadata",
                ((JsonObject) stored.get("metadata").orElseThrow()).with("resourceVersion", new JsonString("99")));

        assertThat(trees(open(stored, older))).containsExactly(stored);
        assertThat(trees(open(older, stored))).containsExactly(stored);
    }

    @Test
    void aTreeThatIsNoObjectIsRefused() {
        JsonObject metadata = JsonObject.of("metadata", new JsonString("none"));

        assertThatIllegalArgumentException().isThrownBy(() -> Dump.of(List.of(metadata)));
    }

    @Test
    void eventsOfTheDumpAreTheClustersAndAreCountedOn() {
        Cluster waiting =
                Given.cluster().create(claim("c", "1Gi", "m")).orThrow().settle();
        Cluster opened = Cluster.open(PLAIN, waiting.dump());

        assertThat(opened.events()).isEqualTo(waiting.events());
        Event again = opened.settle().events().get(0);
        assertThat(again.count()).isEqualTo(waiting.events().get(0).count() + 1);
        assertThat(opened.settle().events()).hasSameSizeAs(waiting.events());
    }

    @Test
    void bothKindsOfEventsAreRead() {
        JsonObject regarding = JsonObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "PersistentVolumeClaim")
                .put("namespace", "shop")
                .put("name", "data")
                .put("uid", "u")
                .build();
        JsonObject series = JsonObject.builder()
                .put("count", JsonNumber.of(7))
                .put("lastObservedTime", "2025-05-01T11:00:00.123456Z")
                .build();
        JsonObject event = tree("Event", "data.1", JsonObject.EMPTY)
                .with("apiVersion", new JsonString("events.k8s.io/v1"))
                .with("regarding", regarding)
                .with("reason", new JsonString("FailedBinding"))
                .with("note", new JsonString("no volume"))
                .with("type", new JsonString("Warning"))
                .with("eventTime", new JsonString("2025-05-01T10:00:00.000001Z"))
                .with("reportingController", new JsonString("persistentvolume-binder-controller"))
                .with("series", series);

        Cluster opened = open(event);

        Event read = opened.events().get(0);
        assertThat(read.regarding().qualifiedName()).isEqualTo("shop/data");
        assertThat(read.message()).isEqualTo("no volume");
        assertThat(read.type()).isEqualTo(Event.Type.WARNING);
        assertThat(read.count()).isEqualTo(7);
        assertThat(read.source()).isEqualTo("persistentvolume-binder-controller");
        assertThat(read.last()).isEqualTo(Instant.parse("2025-05-01T11:00:00.123456Z"));
        assertThat(trees(opened)).containsExactly(event);
        assertThat(opened.all()).isEmpty();
    }

    @Test
    void eventsThatReadTheSameAreAllKept() {
        JsonObject regarding = JsonObject.builder()
                .put("kind", "Pod")
                .put("name", "p")
                .put("uid", "u")
                .build();
        JsonObject first = tree("Event", "p.1", JsonObject.EMPTY)
                .with("involvedObject", regarding)
                .with("firstTimestamp", new JsonString("2025-05-01T10:00:00Z"))
                .with("lastTimestamp", new JsonString("2025-05-01T10:00:00Z"));
        JsonObject second = tree("Event", "p.2", JsonObject.EMPTY)
                .with("involvedObject", regarding)
                .with("firstTimestamp", new JsonString("2025-05-01T12:00:00Z"))
                .with("lastTimestamp", new JsonString("2025-05-01T12:00:00Z"));

        assertThat(trees(open(second, first))).containsExactly(first, second);
    }

    @Test
    void timersOfTheWorldThatWasAreNotKnownButTimeGoesOn() {
        Cluster opened = open(storedVolume("p")).advance(Duration.ofHours(1));

        assertThat(opened.now()).isEqualTo(Instant.parse("2025-05-02T12:00:00Z"));
    }

    @Test
    void theKindsOfTheObjectsAndThoseGivenAreKnown() {
        Cluster opened = Cluster.open(
                PLAIN,
                Dump.of(List.of(storedVolume("p"))).given(Given.podKey("p").kind()));

        assertThat(opened.isKnown(PersistentVolume.KIND)).isTrue();
        assertThat(opened.isKnown(podKey("p").kind())).isTrue();
        assertThat(opened.isKnown(claimKey("c").kind())).isFalse();
        assertThat(opened.isWhole()).isFalse();
        Cluster more = opened.create(claim("c", "1Gi", "m")).orThrow();
        assertThat(more.isKnown(claimKey("c").kind())).isFalse();
        assertThat(Given.cluster().isKnown(claimKey("c").kind())).isTrue();
        assertThat(more.dump().known().contains(claimKey("c").kind())).isTrue();
    }

    @Test
    void whoNeedsAKindThatIsNotKnownStandsStill() {
        Cluster opened = Cluster.open(PLAIN, Dump.of(List.of(storedVolume("p"))));

        assertThat(opened.standing())
                .anySatisfy(standing -> {
                    assertThat(standing.controller()).isEqualTo("statefulset-controller");
                    assertThat(standing.unknown()).hasSize(4);
                })
                .noneMatch(standing -> standing.controller().equals("persistentvolume-binder-controller"));
        assertThat(Given.cluster().standing()).isEmpty();
        assertThat(open(storedVolume("p")).standing()).isEmpty();
    }

    @Test
    void aWorldOfSeveralKindsComesBackWhole() {
        Cluster world = Given.cluster()
                .create(storageClass("fast"))
                .orThrow()
                .create(node("node-1", "8"))
                .orThrow()
                .create(claim("c", "1Gi", "fast"))
                .orThrow()
                .create(pod("p", "c"))
                .orThrow()
                .settle();

        Cluster opened = Cluster.open(world.controllers(), world.dump());

        assertThat(opened.all().toList()).isEqualTo(world.all().toList());
        assertThat(opened.settle().changesSince(world)).isEmpty();
        assertThat(opened.get(volumeKey("v"))).isEmpty();
        assertThat(trees(opened)).isEqualTo(trees(world));
    }
}
