package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.object.Objects;
import io.mooring.admission.policy.Refusals;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final int LIMIT = 256 * 1024;

    @Test
    void givesANewVolumeDefaultsStatusAndProtection() {
        Verdict verdict = Admission.create(volume(), AdmissionWorld.EMPTY);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Admitted.class, admitted -> {
            assertThat(admitted.warnings()).isEmpty();
            assertThat(admitted.object()).isInstanceOfSatisfying(PersistentVolume.class, volume -> {
                assertThat(volume.spec().volumeMode().orElseThrow()).hasToString("Filesystem");
                assertThat(volume.spec().persistentVolumeReclaimPolicy().orElseThrow())
                        .hasToString("Retain");
                assertThat(volume.status().phase().orElseThrow()).hasToString("Pending");
                assertThat(volume.metadata().finalizers()).containsExactly("kubernetes.io/pv-protection");
            });
        });
    }

    @Test
    void takesAwayWhatOnlyTheServerGives() {
        ObjectMeta metadata =
                volume().metadata().withUid("mine").withSelfLink("/mine").withDeletionGracePeriodSeconds(5L);

        assertThat(Admission.create(volume().withMetadata(metadata), AdmissionWorld.EMPTY))
                .isInstanceOfSatisfying(Verdict.Admitted.class, admitted -> {
                    assertThat(admitted.object().metadata().uid()).isEmpty();
                    assertThat(admitted.object().metadata().selfLink()).isEmpty();
                    assertThat(admitted.object().metadata().deletionGracePeriodSeconds())
                            .isEmpty();
                });
    }

    @Test
    void leavesTheNameToWhoeverMakesOneFromThePrefix() {
        PersistentVolume generated =
                volume().withMetadata(ObjectMeta.builder().generateName("data-").build());

        assertThat(Admission.create(generated, AdmissionWorld.EMPTY)).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void clearsTheNamespaceOfAKindWithoutOne() {
        PersistentVolume volume = volume().withMetadata(volume().metadata().withNamespace("shop"));

        assertThat(Admission.create(volume, AdmissionWorld.EMPTY))
                .isInstanceOfSatisfying(
                        Verdict.Admitted.class,
                        admitted -> assertThat(admitted.object().metadata().namespace())
                                .isEmpty());
    }

    @Test
    void refusesAnObjectThatNamesAnotherNamespaceThanTheRequest() {
        JsonObject claim = Objects.write(PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().name("c").namespace("shop").build())
                .build());

        assertThat(Admission.createIn("park", claim, AdmissionWorld.EMPTY))
                .isEqualTo(Refusals.badRequest(
                        "the namespace of the provided object does not match the namespace sent on the request"));
    }

    @Test
    void boundsAnnotationsByTheBytesOfKeysAndValues() {
        assertThat(Admission.create(annotated("x".repeat(LIMIT - 1)), AdmissionWorld.EMPTY))
                .isInstanceOf(Verdict.Admitted.class);
        assertThat(messages(Admission.create(annotated("x".repeat(LIMIT)), AdmissionWorld.EMPTY)))
                .containsExactly("metadata.annotations: Too long: may not be more than 262144 bytes");
    }

    @Test
    void boundsParametersByTheBytesOfKeysAndValues() {
        assertThat(Admission.create(withParameter("x".repeat(LIMIT - 1)), AdmissionWorld.EMPTY))
                .isInstanceOf(Verdict.Admitted.class);
        assertThat(messages(Admission.create(withParameter("x".repeat(LIMIT)), AdmissionWorld.EMPTY)))
                .containsExactly("parameters: Too long: may not be more than 262144 bytes");
    }

    @Test
    void namesAHundredUnknownFieldsAtMost() {
        JsonObject.Builder tree = Objects.write(volume()).toBuilder();
        for (int i = 0; i < 150; i++) {
            tree.put("x" + i, new JsonString(""));
        }
        Verdict.Refused refused = (Verdict.Refused) Admission.create(tree.build(), AdmissionWorld.EMPTY);

        assertThat(refused.message().split("unknown field", -1)).hasSize(101);
        assertThat(refused.causes()).hasSize(150);
    }

    @Test
    void letsAVolumeLearnItsExpansionSecretAndTheStableNamesOfLabels() {
        assertThat(AllowedUpdates.updateToStableLabel()).isInstanceOf(Verdict.Admitted.class);
        assertThat(AllowedUpdates.updateWithExpandSecret()).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void readsAWorldOfObjects() {
        AdmissionWorld world = AdmissionWorld.of(List.of(withParameter("x"), volume()));

        assertThat(world.list(StorageClass.KIND, "")).containsExactly(withParameter("x"));
        assertThat(world.find(PersistentVolume.KIND, "", "data")).hasValue(volume());
        assertThat(world.find(PersistentVolume.KIND, "", "other")).isEmpty();
    }

    @Test
    void knowsInWhichNamespacesItsObjectsAre() {
        PersistentVolumeClaim claim = claim("shop");
        AdmissionWorld world = AdmissionWorld.of(List.of(volume(), claim));

        assertThat(world.list(PersistentVolumeClaim.KIND, "shop")).containsExactly(claim);
        assertThat(world.list(PersistentVolumeClaim.KIND, "park")).isEmpty();
        assertThat(world.hasObjectsIn("shop")).isTrue();
        assertThat(world.hasObjectsIn("park")).isFalse();
        assertThat(AdmissionWorld.EMPTY.hasObjectsIn("shop")).isFalse();
    }

    /** One that exists, or that has objects, takes more; any other is refused once it is known which there are. */
    @Test
    void takesObjectsInNamespacesThatThereAre() {
        Namespace shop = Namespace.builder()
                .metadata(ObjectMeta.builder().name("shop").build())
                .build();
        AdmissionWorld world = AdmissionWorld.of(List.of(shop, claim("park")));

        assertThat(Admission.create(claim("shop"), world)).isInstanceOf(Verdict.Admitted.class);
        assertThat(Admission.create(claim("park"), world)).isInstanceOf(Verdict.Admitted.class);
        assertThat(Admission.create(claim("lake"), world))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.message()).isEqualTo("namespaces \"lake\" not found"));
    }

    @Test
    void answersOfWhatWasReadAsOfItsTree() {
        AdmissionWorld world = AdmissionWorld.EMPTY;
        PersistentVolume bad = volume().withSpec(volume().spec().withCapacity(Map.of("cpu", Quantity.parse("1"))));

        assertThat(Admission.createAsRead(claim("shop"), world))
                .isEqualTo(Admission.create(claim("shop"), world))
                .isInstanceOf(Verdict.Admitted.class);
        assertThat(Admission.createAsRead(bad, world))
                .isEqualTo(Admission.create(bad, world))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.message()).contains("capacity: Unsupported value: {...}"));
    }

    @Test
    void advisesHowVersionsAndKindsAreWritten() {
        assertThat(adviceOn("a/b/c", "Box")).isEqualTo("write group/version, or the version alone for the core group");
        assertThat(adviceOn("/v1", "Box")).isEqualTo("write group/version, or the version alone for the core group");
        assertThat(adviceOn("v1", "a box")).isEqualTo("write the kind as kubectl api-resources prints it");
    }

    private static String adviceOn(String apiVersion, String kind) {
        JsonObject tree = JsonObject.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .build();
        Verdict.Refused refused = (Verdict.Refused) Admission.create(tree, AdmissionWorld.EMPTY);
        return refused.causes().get(0).advice().orElseThrow();
    }

    private static PersistentVolumeClaim claim(String namespace) {
        return PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().name("c").namespace(namespace).build())
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse("1Gi"))
                                .build())
                        .build())
                .build();
    }

    private static List<String> messages(Verdict verdict) {
        return ((Verdict.Refused) verdict)
                .causes().stream().map(Cause::toString).toList();
    }

    private static PersistentVolume annotated(String value) {
        return volume().withMetadata(volume().metadata().withAnnotations(Map.of("a", value)));
    }

    private static StorageClass withParameter(String value) {
        return StorageClass.builder()
                .metadata(ObjectMeta.builder().name("fast").build())
                .provisioner("csi.example.com")
                .putParameters("p", value)
                .build();
    }

    static PersistentVolume volume() {
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name("data").build())
                .spec(PersistentVolumeSpec.builder()
                        .putCapacity("storage", Quantity.parse("10Gi"))
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .addSources(VolumeSource.nfs("s", "/p"))
                        .build())
                .build();
    }

    @Test
    void refusesAKnownKindInAVersionThatIsNotRead() {
        JsonObject tree = JsonObject.builder()
                .put("apiVersion", "storage.k8s.io/v1beta1")
                .put("kind", "StorageClass")
                .put("metadata", JsonObject.of("name", new JsonString("fast")))
                .put("provisioner", "csi.example.com")
                .build();
        Verdict.Refused refused = (Verdict.Refused) Admission.create(tree, AdmissionWorld.EMPTY);
        assertThat(refused.code()).isEqualTo(404);
        assertThat(refused.message())
                .isEqualTo("the server could not find the requested resource (post storageclasses.storage.k8s.io)");
        assertThat(refused.causes())
                .singleElement()
                .satisfies(cause -> assertThat(cause.advice()).contains("write apiVersion: storage.k8s.io/v1"));
    }

    @Test
    void carriesAlongAForeignKindThatHasTheNameOfAKnownOne() {
        JsonObject tree = JsonObject.builder()
                .put("apiVersion", "longhorn.io/v1beta2")
                .put("kind", "Node")
                .put("metadata", JsonObject.of("name", new JsonString("n")))
                .build();
        Verdict.Admitted admitted = (Verdict.Admitted) Admission.create(tree, AdmissionWorld.EMPTY);
        assertThat(admitted.object()).isInstanceOf(OtherObject.class);
        assertThat(admitted.object().ref().namespace()).isEqualTo("default");
    }
}
