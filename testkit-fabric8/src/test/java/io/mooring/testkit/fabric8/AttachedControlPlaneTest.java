package io.mooring.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The controllers beside fabric8's own store. */
@SuppressWarnings("NullAway.Init") // The extension fills the field in.
@EnableKubernetesMockClient(crud = true, https = false)
class AttachedControlPlaneTest extends AttachedContract {
    KubernetesClient client;

    @Override
    KubernetesClient client() {
        return client;
    }

    /** As the mock server is by default. It makes a key for it each time, which takes longer than all the rest of a test. */
    @Test
    void informersAreEnoughOverTlsToo() {
        Map<ServerRequest, Queue<ServerResponse>> expected = new HashMap<>();
        MockWebServer web = new MockWebServer();
        KubernetesMockServer server = new KubernetesMockServer(web, expected, true);
        web.setDispatcher(new KubernetesMixedDispatcher(expected));
        server.init();
        try (KubernetesClient overTls = server.createClient();
                AttachedControlPlane attached = attached(overTls)) {
            assertThat(overTls.getMasterUrl()).hasProtocol("https");
            assertInformersBindAClaim(overTls, attached);
            assertThat(attached.refusals()).isEmpty();
        } finally {
            server.destroy();
        }
    }
}
