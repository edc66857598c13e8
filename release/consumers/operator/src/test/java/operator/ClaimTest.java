package operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.mooring.testkit.fabric8.MooringCluster;
import org.junit.jupiter.api.Test;

/** What an operator asks for binds, with no status patched by hand. */
@MooringCluster(load = "manifests")
class ClaimTest {
    KubernetesClient client;

    @Test
    void binds() {
        PersistentVolumeClaim claim = new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName("data")
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName("manual")
                .withNewResources()
                .addToRequests("storage", new Quantity("1Gi"))
                .endResources()
                .endSpec()
                .build();
        client.resource(claim).create();
        assertEquals("Bound", client.resource(claim).get().getStatus().getPhase());
    }
}
