package io.mooring.testkit.fabric8;

import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.util.Map;
import java.util.Queue;

/**
 * fabric8's mock server with Mooring behind it. It is told of custom resources here, since the constructor that takes a dispatcher takes
 * a {@code Context}, which is another class in fabric8 7 and 8.
 */
final class MooringMockServer extends KubernetesMockServer {
    private final MooringDispatcher mooring;

    MooringMockServer(
            MockWebServer web, Map<ServerRequest, Queue<ServerResponse>> expected, MooringDispatcher mooring) {
        super(web, expected, false);
        this.mooring = mooring;
        web.setDispatcher(mooring);
    }

    @Override
    public void reset() {
        super.reset();
        mooring.reset();
    }

    @Override
    public void expectCustomResource(CustomResourceDefinitionContext definition) {
        mooring.expectCustomResource(definition);
    }
}
