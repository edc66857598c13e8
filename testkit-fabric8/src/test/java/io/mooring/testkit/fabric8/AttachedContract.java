package io.mooring.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the controllers do beside an API server that has none, whichever it is. */
@SuppressWarnings("NullAway.Init") // Before each test.
abstract class AttachedContract {
    static final Duration SOON = Duration.ofSeconds(60);

    private KubernetesClient client;
    AttachedControlPlane plane;

    /** Of the API server. */
    abstract KubernetesClient client();

    @BeforeEach
    void attach() {
        client = client();
        plane = attached(client);
        client.resource(node()).create();
    }

    static AttachedControlPlane attached(KubernetesClient client) {
        return AttachedControlPlane.attach(
                client, ControlPlane.DEFAULT.withProvisioners(Provisioner.instant("csi.example.com")));
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
        assertInformersBindAClaim(client, plane);
    }

    /** Before anybody asks to settle. Afterwards all settles, since fabric8's server may not close while it is written to. */
    static void assertInformersBindAClaim(KubernetesClient client, AttachedControlPlane plane) {
        client.resource(Objects.volume("pv-1", "1Gi")).create();
        Resource<PersistentVolumeClaim> claim = client.resource(Objects.claim("data", "1Gi"));
        claim.create();
        awaitBound(claim);
        plane.awaitSettled(SOON);
    }

    /**
     * Asks again and again, instead of watching: a watch that ends while fabric8's server has an event for it stops that
     * server for ten seconds, as its event loop then waits for what only the event loop can send.
     */
    private static void awaitBound(Resource<PersistentVolumeClaim> claim) {
        Instant end = Instant.now().plus(SOON);
        while (!"Bound".equals(phase(claim.get()))) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private static String phase(PersistentVolumeClaim claim) {
        return claim.getStatus() == null ? "" : claim.getStatus().getPhase();
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

    @Test
    void whatAControllerDidIsAnEventOfItsObject() {
        client.resource(Objects.storageClass("fast", "csi.example.com")).create();
        client.resource(Objects.set("db", 1, "fast", "1Gi")).create();
        plane.awaitSettled(SOON);

        assertThat(plane.refusals()).isEmpty();
        Event created = events("SuccessfulCreate", "Create Pod db-0 in StatefulSet db successful");
        StatefulSet set =
                client.apps().statefulSets().inNamespace("test").withName("db").get();
        assertThat(created.getInvolvedObject().getKind()).isEqualTo("StatefulSet");
        assertThat(created.getInvolvedObject().getUid())
                .isEqualTo(set.getMetadata().getUid());
        assertThat(created.getType()).isEqualTo("Normal");
        assertThat(created.getSource().getComponent()).isEqualTo("statefulset-controller");
        assertThat(created.getCount()).isEqualTo(1);

        client.pods().inNamespace("test").withName("db-0").withGracePeriod(0).delete();
        plane.awaitSettled(SOON);
        assertThat(events("SuccessfulCreate", "Create Pod db-0 in StatefulSet db successful")
                        .getCount())
                .isEqualTo(2);
    }

    @Test
    void thatSomethingStandsStillIsToldOnce() {
        client.resource(Objects.storageClass("slow", "csi.elsewhere.com")).create();
        client.resource(Objects.set("db", 1, "slow", "1Gi")).create();
        plane.awaitSettled(SOON);
        client.resource(Objects.volume("other", "1Gi")).create();
        plane.awaitSettled(SOON);

        assertThat(events("FailedScheduling", "unbound immediate PersistentVolumeClaims")
                        .getCount())
                .isEqualTo(1);
        assertThat(events("ExternalProvisioning", "csi.elsewhere.com").getCount())
                .isEqualTo(1);
        assertThat(plane.refusals()).isEmpty();
    }

    private Event events(String reason, String message) {
        List<Event> all = client.v1().events().inNamespace("test").list().getItems().stream()
                .filter(event ->
                        event.getReason().equals(reason) && event.getMessage().contains(message))
                .toList();
        assertThat(all).as(reason + " " + message).hasSize(1);
        return all.get(0);
    }

    static Node node() {
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
