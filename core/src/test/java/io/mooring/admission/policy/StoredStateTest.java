package io.mooring.admission.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaSpec;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeStatus;
import io.mooring.storage.VolumePhase;
import io.mooring.workload.Container;
import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentSpec;
import io.mooring.workload.DeploymentStatus;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Updates of what has been stored by now, and of its status. */
class StoredStateTest {
    private static final ObjectMeta DATA = ObjectMeta.builder()
            .name("data")
            .uid("u-1")
            .resourceVersion("7")
            .labels(Map.of("a", "b"))
            .build();

    @Test
    void anUpdateIsOfTheSameObjectInTheSameState() {
        ResourceQuota stored = quota(DATA.withNamespace("default"));
        assertThat(message(stored, stored.withMetadata(stored.metadata().withUid("u-2"))))
                .isEqualTo(
                        "409 Operation cannot be fulfilled on resourcequotas \"data\": StorageError: invalid object,"
                                + " Code: 4, Key: /registry/resourcequotas/default/data, ResourceVersion: 0,"
                                + " AdditionalErrorMsg: Precondition failed: UID in precondition: u-2, UID in object meta: u-1");
        assertThat(message(stored, stored.withMetadata(stored.metadata().withResourceVersion("6"))))
                .isEqualTo("409 Operation cannot be fulfilled on resourcequotas \"data\": the object has been modified;"
                        + " please apply your changes to the latest version and try again");
    }

    @Test
    void anyPartMayChangeOfWhatIsOnlyRead() {
        ResourceQuota stored = quota(DATA.withNamespace("default"));
        ResourceQuota changed = stored.withSpec(
                ResourceQuotaSpec.builder().putHard("pods", Quantity.parse("9")).build());
        assertThat(Admission.update(stored, changed, AdmissionWorld.EMPTY))
                .isInstanceOfSatisfying(
                        Verdict.Admitted.class,
                        admitted -> assertThat(((ResourceQuota) admitted.object()).spec())
                                .isEqualTo(changed.spec()));
    }

    @Test
    void aWriteOfTheStatusStoresItAndTheLabels() {
        PersistentVolume stored = PersistentVolume.builder().metadata(DATA).build();
        PersistentVolume released = stored.withStatus(PersistentVolumeStatus.builder()
                        .phase(VolumePhase.RELEASED)
                        .build())
                .withMetadata(DATA.withLabels(Map.of("c", "d")));
        assertThat(statusUpdated(stored, released.withSpec(released.spec().withStorageClassName("fast"))))
                .isEqualTo(released);
    }

    @Test
    void aWriteOfADeploymentsStatusLeavesItsLabels() {
        Deployment stored = Deployment.builder()
                .metadata(DATA.withNamespace("default"))
                .spec(DeploymentSpec.builder()
                        .selector(LabelSelector.builder()
                                .putMatchLabels("app", "x")
                                .build())
                        .template(PodTemplateSpec.builder()
                                .spec(PodSpec.builder()
                                        .addContainers(Container.builder()
                                                .name("c")
                                                .image("i")
                                                .build())
                                        .build())
                                .build())
                        .build())
                .build();
        Deployment ready =
                stored.withStatus(DeploymentStatus.builder().readyReplicas(1).build());
        ObjectMeta annotated = stored.metadata().withAnnotations(Map.of("e", "f"));
        assertThat(statusUpdated(stored, ready.withMetadata(annotated.withLabels(Map.of("c", "d")))))
                .isEqualTo(ready.withMetadata(annotated));
    }

    private static String message(KubernetesObject stored, KubernetesObject updated) {
        return Admission.update(stored, updated, AdmissionWorld.EMPTY)
                .accept(Verdict.Cases.of(admitted -> "admitted", refused -> refused.code() + " " + refused.message()));
    }

    private static KubernetesObject statusUpdated(KubernetesObject stored, KubernetesObject updated) {
        Verdict verdict = Admission.updateStatus(stored, Objects.write(updated), AdmissionWorld.EMPTY);
        assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
        return ((Verdict.Admitted) verdict).object();
    }

    private static ResourceQuota quota(ObjectMeta metadata) {
        return ResourceQuota.builder()
                .metadata(metadata)
                .spec(ResourceQuotaSpec.builder()
                        .putHard("pods", Quantity.parse("5"))
                        .build())
                .build();
    }
}
