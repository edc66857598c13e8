package io.mooring.testkit.fabric8;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An operator in the manner of those for Kafka: a custom resource becomes a set, and is told when it is ready. */
final class DatabaseOperator {
    static final ResourceDefinitionContext DATABASES = new ResourceDefinitionContext.Builder()
            .withGroup("example.com")
            .withVersion("v1")
            .withKind("Database")
            .withPlural("databases")
            .withNamespaced(true)
            .build();

    private final KubernetesClient client;
    private final String size;

    /** @param size that each claim asks for */
    DatabaseOperator(KubernetesClient client, String size) {
        this.client = client;
        this.size = size;
    }

    GenericKubernetesResource database(String name, int replicas) {
        GenericKubernetesResource database = new GenericKubernetesResource();
        database.setApiVersion("example.com/v1");
        database.setKind("Database");
        database.setMetadata(
                new ObjectMetaBuilder().withName(name).withNamespace("test").build());
        database.setAdditionalProperty("spec", Map.of("replicas", replicas));
        return client.genericKubernetesResources(DATABASES).resource(database).create();
    }

    /** Creates the set of the database; it goes with it. */
    void reconcile(GenericKubernetesResource database) {
        int replicas = database.<Integer>get("spec", "replicas");
        StatefulSet set = Objects.set(database.getMetadata().getName(), replicas, "manual", size)
                .edit()
                .editMetadata()
                .addToOwnerReferences(owner(database))
                .endMetadata()
                .build();
        client.resource(set).create();
    }

    /** A claim beside the set, which goes with the database. */
    void backups(GenericKubernetesResource database) {
        PersistentVolumeClaim claim = Objects.claim(database.getMetadata().getName() + "-backups", size)
                .edit()
                .editMetadata()
                .addToOwnerReferences(owner(database))
                .endMetadata()
                .build();
        client.resource(claim).create();
    }

    private static OwnerReference owner(GenericKubernetesResource database) {
        return new OwnerReferenceBuilder()
                .withApiVersion(database.getApiVersion())
                .withKind(database.getKind())
                .withName(database.getMetadata().getName())
                .withUid(database.getMetadata().getUid())
                .build();
    }

    /** As operators wait for what they made. */
    void awaitReady(String name) {
        client.apps().statefulSets().inNamespace("test").withName(name).waitUntilReady(2, TimeUnit.SECONDS);
    }

    boolean isReady(String name) {
        StatefulSet set =
                client.apps().statefulSets().inNamespace("test").withName(name).get();
        Integer ready = set.getStatus().getReadyReplicas();
        return ready != null && ready.equals(set.getSpec().getReplicas());
    }
}
