package io.mooring.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Cause;
import io.mooring.admission.Verdict;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.NamespacePhase;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeResourceRequirements;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceLifecycleTest {
    private static final Namespace SHOP = namespace("shop");
    private static final Namespace ENDING = namespace("ending").withPhase(NamespacePhase.TERMINATING);

    @Test
    void aNamespaceThatIsThereTakesWhatIsNew() {
        assertThat(created(claim("shop", "c"), SHOP)).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void aNamespaceThatIsNotThereTakesNothing() {
        assertThat(created(claim("park", "c"), SHOP)).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(404);
            assertThat(refused.message()).isEqualTo("namespaces \"park\" not found");
            assertThat(refused.causes()).extracting(Cause::message).containsExactly("there is no namespace \"park\"");
        });
    }

    @Test
    void aNamespaceThatIsBeingDeletedTakesNothing() {
        assertThat(created(claim("ending", "c"), SHOP, ENDING))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(403);
                    assertThat(refused.message())
                            .isEqualTo("persistentvolumeclaims \"c\" is forbidden: unable to create new content in"
                                    + " namespace ending because it is being terminated");
                    assertThat(refused.causes())
                            .extracting(Cause::message)
                            .containsExactly("namespace ending is being terminated");
                });
    }

    @Test
    void whatHasNoNameYetGoesByItsPrefix() {
        PersistentVolumeClaim claim = claim("ending", "");
        PersistentVolumeClaim generated = claim.withMetadata(claim.metadata().withGenerateName("data-"));
        assertThat(created(generated, ENDING))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.message())
                                .startsWith("persistentvolumeclaims \"data-\" is forbidden: "));
    }

    @Test
    void everyClusterHasSomeNamespaces() {
        assertThat(created(claim("kube-system", "c"), SHOP)).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void aNamespaceThatHasSomethingIsThere() {
        assertThat(created(claim("park", "c"), SHOP, claim("park", "other"))).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void whereNoNamespaceIsKnownAllAreThere() {
        assertThat(created(claim("park", "c"))).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void whatIsInNoNamespaceNeedsNone() {
        StorageClass fast = StorageClass.builder()
                .metadata(ObjectMeta.builder().name("fast").build())
                .provisioner("csi.example.com")
                .build();
        assertThat(created(fast, SHOP)).isInstanceOf(Verdict.Admitted.class);
        assertThat(created(namespace("park"), SHOP)).isInstanceOf(Verdict.Admitted.class);
    }

    private static Verdict created(KubernetesObject object, KubernetesObject... world) {
        return Admission.create(object, AdmissionWorld.of(List.of(world)));
    }

    private static Namespace namespace(String name) {
        return Namespace.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .build();
    }

    private static PersistentVolumeClaim claim(String namespace, String name) {
        return PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().name(name).namespace(namespace).build())
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse("1Gi"))
                                .build())
                        .build())
                .build();
    }
}
