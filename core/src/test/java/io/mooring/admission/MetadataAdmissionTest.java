package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.policy.Refusals;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for the metadata of every kind. */
class MetadataAdmissionTest {
    private static final String NOT_QUALIFIED = "metadata.finalizers[0]: Invalid value: \"hold\": name is neither a"
            + " standard finalizer name nor is it fully qualified";

    @Test
    void wantsQualifiedFinalizersOfSetsAndPodsThatAreUpdated() {
        ObjectMeta held = ObjectMeta.builder().name("a").addFinalizers("hold").build();
        StatefulSet set = StatefulSet.builder().metadata(named("a")).build();
        Pod pod = Pod.builder().metadata(named("a")).build();

        assertThat(messages(update(set, set.withMetadata(held)))).contains(NOT_QUALIFIED);
        assertThat(messages(update(pod, pod.withMetadata(held)))).contains(NOT_QUALIFIED);
    }

    @Test
    void advisesHowAFinalizerIsNamed() {
        Verdict.Refused refused = (Verdict.Refused) Admission.create(
                Pod.builder().metadata(named("a").withFinalizers("hold")).build(), AdmissionWorld.EMPTY);

        assertThat(refused.causes()).anySatisfy(cause -> {
            assertThat(cause).hasToString(NOT_QUALIFIED);
            assertThat(cause.advice()).contains("give it a domain: \"example.com/hold\"");
        });
    }

    @Test
    void checksThePrefixOfAClaimsNameOnUpdatesToo() {
        PersistentVolumeClaim claim =
                PersistentVolumeClaim.builder().metadata(named("a")).build();

        assertThat(messages(update(claim, claim.withMetadata(named("a").withGenerateName("A/b")))))
                .startsWith("metadata.generateName: Invalid value: \"A/b\": may not contain '/'")
                .anySatisfy(message -> assertThat(message)
                        .startsWith("metadata.generateName: Invalid value: \"A/b\": a lowercase RFC 1123 subdomain"));
    }

    @Test
    void wantsANameThatCanStandInAUrlOfEveryKind() {
        assertThat(messages(Admission.create(attributesClass("."), AdmissionWorld.EMPTY)))
                .isNotEmpty();
        assertThat(messages(createOther("."))).containsExactly("metadata.name: Invalid value: \".\": may not be '.'");
        assertThat(messages(createOther("a%/b")))
                .containsExactly(
                        "metadata.name: Invalid value: \"a%/b\": may not contain '/'",
                        "metadata.name: Invalid value: \"a%/b\": may not contain '%'");
    }

    @Test
    void takesTheResourceVersionsThatNameNoVersion() {
        assertThat(createWithVersion("7")).isInstanceOf(Verdict.Refused.class);
        for (String none : List.of("", "0", "00", "next", "-1", "99999999999999999999")) {
            assertThat(createWithVersion(none)).isInstanceOf(Verdict.Admitted.class);
        }
        PersistentVolume stored = stored(AdmissionTest.volume());
        PersistentVolume numbered = stored.withMetadata(stored.metadata().withResourceVersion("7"));
        assertThat(update(numbered, numbered.withMetadata(stored.metadata().withResourceVersion("0"))))
                .isInstanceOf(Verdict.Admitted.class);
        assertThat(update(numbered, numbered.withMetadata(stored.metadata().withResourceVersion("next"))))
                .isEqualTo(Refusals.failure("strconv.ParseUint: parsing \"next\": invalid syntax"));
    }

    @Test
    void comparesResourceVersionsAsNumbers() {
        PersistentVolume stored = stored(AdmissionTest.volume());
        PersistentVolume numbered = stored.withMetadata(stored.metadata().withResourceVersion("7"));
        String endless = "9".repeat(2000);

        assertThat(update(numbered, numbered.withMetadata(stored.metadata().withResourceVersion("007"))))
                .isInstanceOf(Verdict.Admitted.class);
        assertThat(update(numbered, numbered.withMetadata(stored.metadata().withResourceVersion("8"))))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("Conflict"));
        assertThat(update(numbered, numbered.withMetadata(stored.metadata().withResourceVersion(endless))))
                .isEqualTo(Refusals.failure("strconv.ParseUint: parsing \"" + endless + "\": value out of range"));
    }

    @Test
    void asksWhatAnObjectIs() {
        JsonObject kind = JsonObject.of("kind", new JsonString("Pod"));

        assertThat(Admission.create(JsonObject.EMPTY, AdmissionWorld.EMPTY))
                .isEqualTo(Refusals.badRequest("Object 'Kind' is missing in '{}'"));
        assertThat(Admission.createIn("a", kind, AdmissionWorld.EMPTY))
                .isEqualTo(Refusals.badRequest("Object 'apiVersion' is missing in '{\"kind\":\"Pod\"}'"));
    }

    @Test
    void countsAnOwnerOnceAndSaysSo() {
        OwnerReference owner = OwnerReference.builder()
                .apiVersion("v1")
                .kind("Pod")
                .name("p")
                .uid("u")
                .build();
        PersistentVolume volume = AdmissionTest.volume();
        ObjectMeta owned = volume.metadata().withOwnerReferences(owner, owner.withUid("w"), owner);

        Verdict.Admitted admitted =
                (Verdict.Admitted) Admission.create(volume.withMetadata(owned), AdmissionWorld.EMPTY);

        assertThat(admitted.object().metadata().ownerReferences()).containsExactly(owner, owner.withUid("w"));
        assertThat(admitted.warnings()).singleElement().asString().endsWith("duplicate UID(s) observed: u");
    }

    @Test
    void passesOverManagedFieldsThatNobodyCanRead() {
        JsonObject unreadable = JsonObject.of("manager", new JsonString("m".repeat(200)));
        JsonObject readable = unreadable
                .with("operation", new JsonString("Update"))
                .with("apiVersion", new JsonString("v1"))
                .with("fieldsType", new JsonString("FieldsV1"));
        PersistentVolume volume = AdmissionTest.volume();

        assertThat(Admission.create(
                        volume.withMetadata(volume.metadata().withManagedFields(unreadable)), AdmissionWorld.EMPTY))
                .isInstanceOf(Verdict.Admitted.class);
        assertThat(messages(Admission.create(
                        volume.withMetadata(volume.metadata().withManagedFields(readable)), AdmissionWorld.EMPTY)))
                .containsExactly("metadata.managedFields[0].manager: Too long: may not be more than 128 bytes");
    }

    private static ObjectMeta named(String name) {
        return ObjectMeta.builder().name(name).namespace("default").build();
    }

    private static VolumeAttributesClass attributesClass(String name) {
        return VolumeAttributesClass.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .driverName("csi.example.com")
                .putParameters("a", "b")
                .build();
    }

    /** Nodes have no rules of their own here. */
    private static Verdict createOther(String name) {
        JsonObject tree = JsonObject.builder()
                .put("apiVersion", new JsonString("v1"))
                .put("kind", new JsonString("Event"))
                .put("metadata", JsonObject.of("name", new JsonString(name)))
                .build();
        return Admission.create(tree, AdmissionWorld.EMPTY);
    }

    private static Verdict createWithVersion(String version) {
        PersistentVolume volume = AdmissionTest.volume();
        return Admission.create(
                volume.withMetadata(volume.metadata().withResourceVersion(version)), AdmissionWorld.EMPTY);
    }

    private static PersistentVolume stored(PersistentVolume volume) {
        Verdict verdict = Admission.create(volume, AdmissionWorld.EMPTY);
        return (PersistentVolume) ((Verdict.Admitted) verdict).object();
    }

    private static Verdict update(KubernetesObject stored, KubernetesObject updated) {
        return Admission.update(stored, updated, AdmissionWorld.EMPTY);
    }

    private static List<String> messages(Verdict verdict) {
        return ((Verdict.Refused) verdict)
                .causes().stream().map(Cause::toString).toList();
    }
}
