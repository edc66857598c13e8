package io.mooring.testkit.fabric8;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;

/** The controllers beside fabric8's own store. */
@SuppressWarnings("NullAway.Init") // The extension fills the field in.
@EnableKubernetesMockClient(crud = true)
class AttachedControlPlaneTest extends AttachedContract {
    KubernetesClient client;

    @Override
    KubernetesClient client() {
        return client;
    }
}
