package io.mooring.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of an operator, in the manner of Strimzi's and Apicurio's, without a status patched by hand. */
@SuppressWarnings("NullAway.Init") // The extension fills the fields in.
@MooringCluster(load = "manifests", nodes = 3, provisioners = "csi.example.com")
class OperatorTest {
    KubernetesClient client;
    MockCluster cluster;

    @Test
    void anOperatorCreatesASetAndWaitsUntilItIsReady() {
        DatabaseOperator operator = new DatabaseOperator(client, "1Gi");
        operator.reconcile(operator.database("db", 2));
        operator.awaitReady("db");

        assertThat(operator.isReady("db")).isTrue();
        assertThat(claims())
                .extracting(claim -> claim.getMetadata().getName() + " "
                        + claim.getStatus().getPhase() + " " + claim.getSpec().getVolumeName())
                .containsExactly("data-db-0 Bound pv-1", "data-db-1 Bound pv-2");
        assertThat(cluster.explain()).isEmpty();
    }

    @Test
    void aClaimInUseStaysTerminatingUntilItsPodGoes() {
        client.resource(Objects.claim("data", "1Gi")).create();
        client.resource(Objects.pod("db", "data")).create();
        Resource<PersistentVolumeClaim> claim =
                client.persistentVolumeClaims().inNamespace("test").withName("data");
        Resource<Pod> pod = client.pods().inNamespace("test").withName("db");
        assertThat(pod.get().getStatus().getPhase()).isEqualTo("Running");

        claim.delete();
        assertThat(claim.get().getMetadata().getDeletionTimestamp()).isNotNull();
        assertThat(claim.get().getMetadata().getFinalizers()).containsExactly("kubernetes.io/pvc-protection");

        pod.delete();
        assertThat(pod.get()).isNull();
        assertThat(claim.get()).isNull();
        assertThat(client.persistentVolumes().withName("pv-1").get().getStatus().getPhase())
                .isEqualTo("Released");
    }

    @Test
    void whatACustomResourceOwnsGoesWithIt() {
        DatabaseOperator operator = new DatabaseOperator(client, "1Gi");
        GenericKubernetesResource database = operator.database("db", 1);
        operator.reconcile(database);
        operator.backups(database);
        assertThat(claims()).hasSize(2);

        client.genericKubernetesResources(DatabaseOperator.DATABASES)
                .resource(database)
                .delete();
        assertThat(client.apps().statefulSets().inNamespace("test").list().getItems())
                .isEmpty();
        assertThat(client.pods().inNamespace("test").list().getItems()).isEmpty();
        assertThat(claims()).extracting(claim -> claim.getMetadata().getName()).containsExactly("data-db-0");
    }

    private List<PersistentVolumeClaim> claims() {
        return client.persistentVolumeClaims().inNamespace("test").list().getItems();
    }
}
