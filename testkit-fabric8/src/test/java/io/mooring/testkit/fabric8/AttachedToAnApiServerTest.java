package io.mooring.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.mooring.testkit.fabric8.Fault.Verb;
import org.junit.jupiter.api.Test;

/**
 * The controllers beside an API server that admits, refuses, and has versions, so that who comes late is told: the one behind {@link
 * MockCluster}, whose own controllers are paused.
 */
@SuppressWarnings("NullAway.Init") // The extension fills the fields in.
@MooringCluster(stepwise = true, nodes = 0)
class AttachedToAnApiServerTest extends AttachedContract {
    KubernetesClient client;
    MockCluster cluster;

    @Override
    KubernetesClient client() {
        return client;
    }

    private Resource<PersistentVolumeClaim> data() {
        return client.persistentVolumeClaims().inNamespace("test").withName("data");
    }

    @Test
    void aConflictIsWrittenAgainFromWhatIsThereThen() {
        cluster.fail(Fault.conflict().on(Verb.UPDATE).ofKind("PersistentVolume").times(3));
        cluster.fail(Fault.conflict().on(Verb.UPDATE_STATUS).times(3));
        client.resource(Objects.volume("pv-1", "1Gi")).create();
        client.resource(Objects.claim("data", "1Gi")).create();
        plane.awaitSettled(SOON);

        assertThat(data().get().getStatus().getPhase()).isEqualTo("Bound");
        assertThat(plane.refusals()).isEmpty();
    }

    @Test
    void whatIsRefusedIsToldAndTriedAgainWhenSomethingChanges() {
        // Not a 500: the client would send it again, and again.
        cluster.fail(Fault.of(403, "Forbidden", "not today").on(Verb.UPDATE).ofKind("PersistentVolume"));
        client.resource(Objects.volume("pv-1", "1Gi")).create();
        client.resource(Objects.claim("data", "1Gi")).create();
        plane.awaitSettled(SOON);
        assertThat(data().get().getStatus().getPhase()).isEqualTo("Pending");
        assertThat(plane.refusals())
                .isNotEmpty()
                .allSatisfy(
                        refusal -> assertThat(refusal).contains("persistentvolume-binder-controller at ", "not today"));

        cluster.clearFaults();
        plane.awaitSettled(SOON);
        assertThat(data().get().getStatus().getPhase()).isEqualTo("Bound");
        assertThat(plane.refusals()).isEmpty();
    }

    @Test
    void anEventThatIsRefusedHoldsNothingUp() {
        cluster.fail(
                Fault.of(403, "Forbidden", "no events today").on(Verb.CREATE).ofKind("Event"));
        client.resource(Objects.storageClass("fast", "csi.example.com")).create();
        client.resource(Objects.set("db", 1, "fast", "1Gi")).create();
        plane.awaitSettled(SOON);

        assertThat(client.pods().inNamespace("test").withName("db-0").isReady()).isTrue();
    }

    @Test
    void anOperatorThatWritesAllTheTimeLosesNothingAndHoldsNothingUp() {
        client.resource(Objects.volume("pv-1", "1Gi")).create();
        client.resource(Objects.claim("data", "1Gi")).create();
        int edits = 100;
        for (int i = 1; i <= edits; i++) {
            label("edit-" + i);
        }
        plane.awaitSettled(SOON);

        PersistentVolumeClaim claim = data().get();
        assertThat(claim.getStatus().getPhase()).isEqualTo("Bound");
        assertThat(claim.getSpec().getVolumeName()).isEqualTo("pv-1");
        assertThat(claim.getMetadata().getLabels()).hasSize(edits);
        assertThat(plane.refusals()).isEmpty();
    }

    /** As an operator does it: once more, from what is there then, where somebody was faster. */
    private void label(String name) {
        boolean isDone = false;
        while (!isDone) {
            try {
                data().edit(claim -> claim.edit()
                        .editMetadata()
                        .addToLabels(name, "made")
                        .endMetadata()
                        .build());
                isDone = true;
            } catch (KubernetesClientException refused) {
                assertThat(refused.getCode()).isEqualTo(409);
            }
        }
    }

    @Test
    void aClaimThatGoesAndComesAgainIsBoundByWhatItIsNow() {
        client.resource(Objects.volume("pv-1", "1Gi")).create();
        for (int i = 0; i < 10; i++) {
            client.resource(Objects.claim("data", "1Gi")).create();
            data().delete();
            plane.awaitSettled(SOON);
            assertThat(data().get()).isNull();
            client.persistentVolumes()
                    .withName("pv-1")
                    .edit(volume -> volume.edit()
                            .editSpec()
                            .withClaimRef(null)
                            .endSpec()
                            .build());
        }
        client.resource(Objects.claim("data", "1Gi")).create();
        plane.awaitSettled(SOON);

        assertThat(client.persistentVolumes()
                        .withName("pv-1")
                        .get()
                        .getSpec()
                        .getClaimRef()
                        .getUid())
                .isEqualTo(data().get().getMetadata().getUid());
    }
}
