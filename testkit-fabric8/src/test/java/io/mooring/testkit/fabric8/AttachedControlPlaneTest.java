package io.mooring.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The controllers beside fabric8's own store, which has none. */
@SuppressWarnings("NullAway.Init") // The extension fills the fields in.
@EnableKubernetesMockClient(crud = true)
class AttachedControlPlaneTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    KubernetesClient client;
    private AttachedControlPlane plane;

    @BeforeEach
    void attach() {
        plane = AttachedControlPlane.attach(
                client, ControlPlane.DEFAULT.withProvisioners(Provisioner.instant("csi.example.com")));
        client.resource(node()).create();
    }

    @AfterEach
    void detach() {
        plane.close();
    }

    @Test
    void aSetComesUpOnVolumesThatAreProvisioned() {
        client.resource(Objects.storageClass("fast", "csi.example.com")).create();
        client.resource(Objects.set("db", 2, "fast", "1Gi")).create();
        plane.awaitSettled(SOON);

        assertThat(plane.refusals()).isEmpty();
        assertThat(plane.explain()).isEmpty();
        assertThat(client.apps()
                        .statefulSets()
                        .inNamespace("test")
                        .withName("db")
                        .get()
                        .getStatus()
                        .getReadyReplicas())
                .isEqualTo(2);
        assertThat(client.persistentVolumeClaims().inNamespace("test").list().getItems())
                .extracting(claim -> claim.getStatus().getPhase())
                .containsExactly("Bound", "Bound");
    }

    @Test
    void informersAreEnoughToBindAClaim() {
        client.resource(Objects.volume("pv-1", "1Gi")).create();
        client.resource(Objects.claim("data", "1Gi")).create();

        client.persistentVolumeClaims()
                .inNamespace("test")
                .withName("data")
                .waitUntilCondition(
                        claim -> claim != null
                                && claim.getStatus() != null
                                && "Bound".equals(claim.getStatus().getPhase()),
                        SOON.toSeconds(),
                        TimeUnit.SECONDS);
    }

    @Test
    void aClaimInUseGoesWithItsPod() {
        client.resource(Objects.volume("pv-1", "1Gi")).create();
        client.resource(Objects.claim("data", "1Gi")).create();
        client.resource(Objects.pod("db", "data")).create();
        plane.awaitSettled(SOON);

        Resource<PersistentVolumeClaim> claim =
                client.persistentVolumeClaims().inNamespace("test").withName("data");
        claim.delete();
        plane.awaitSettled(SOON);
        assertThat(claim.get().getMetadata().getDeletionTimestamp()).isNotNull();

        client.pods().inNamespace("test").withName("db").delete();
        plane.awaitSettled(SOON);
        assertThat(claim.get()).isNull();
        assertThat(client.persistentVolumes().withName("pv-1").get().getStatus().getPhase())
                .isEqualTo("Released");
    }

    @Test
    void whyAClaimWaitsIsTold() {
        client.resource(Objects.claim("data", "1Gi")).create();
        plane.awaitSettled(SOON);

        assertThat(plane.explain()).contains("test/data waits until something changes");
    }

    private static Node node() {
        Map<String, Quantity> room =
                Map.of("cpu", new Quantity("8"), "memory", new Quantity("64Gi"), "pods", new Quantity("110"));
        return new NodeBuilder()
                .withNewMetadata()
                .withName("node-1")
                .endMetadata()
                .withNewStatus()
                .withAllocatable(room)
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build();
    }
}
