package io.mooring.testkit.fabric8;

import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Deletion;
import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import io.mooring.yaml.Manifests;
import java.util.List;
import java.util.Optional;

/** Objects of any kind to and from an API server, as trees. */
final class ApiClient {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int INVALID = 422;

    private final KubernetesClient client;

    ApiClient(KubernetesClient client) {
        this.client = client;
    }

    /** Whether what was to be written is not any more as it was read. */
    static boolean isConflict(KubernetesClientException refused) {
        return refused.getCode() == CONFLICT || refused.getCode() == NOT_FOUND;
    }

    SharedIndexInformer<GenericKubernetesResource> inform(
            ObjectKind<?> kind, ResourceEventHandler<GenericKubernetesResource> handler) {
        return kind.isNamespaced()
                ? objects(kind).inAnyNamespace().inform(handler)
                : objects(kind).inform(handler);
    }

    /** Whether the API server has such objects at all: not every one has snapshots. */
    boolean isServed(ObjectKind<?> kind) {
        return listed(kind).isPresent();
    }

    /**
     * Objects of a kind.
     *
     * @param version that the list has
     */
    record Listed(List<JsonObject> trees, String version) {}

    /** None where the kind is not served. */
    Listed list(ObjectKind<?> kind) {
        return listed(kind)
                .map(list -> new Listed(
                        list.getItems().stream().map(item -> tree(kind, item)).toList(),
                        Optional.ofNullable(list.getMetadata().getResourceVersion())
                                .orElse("")))
                .orElse(new Listed(List.of(), ""));
    }

    private Optional<GenericKubernetesResourceList> listed(ObjectKind<?> kind) {
        try {
            return Optional.of(
                    kind.isNamespaced()
                            ? objects(kind).inAnyNamespace().list()
                            : objects(kind).list());
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    Optional<JsonObject> read(Ref<?> object) {
        return Optional.ofNullable(resource(object).get()).map(found -> tree(object.kind(), found));
    }

    /**
     * Writes what a controller did to an object, and gives it as it is now; empty if it is gone.
     *
     * @throws KubernetesClientException if the API server refuses it
     */
    Optional<JsonObject> write(Change<?> change) {
        if (change.isCreation()) {
            return Optional.of(
                    tree(change.kind(), sendable(unborn(change.object())).create()));
        }
        KubernetesObject before = change.before().orElseThrow();
        if (change.isRemoval()) {
            remove(before);
            return read(change.ref());
        }
        KubernetesObject after = change.object();
        if (after.metadata().isBeingDeleted() && !before.metadata().isBeingDeleted()) {
            delete(after);
            return read(change.ref());
        }
        return Optional.of(update(before, after));
    }

    /** @throws KubernetesClientException if the API server refuses it */
    JsonObject create(ObjectKind<?> kind, JsonObject tree) {
        return tree(kind, sendable(kind, tree).create());
    }

    /** @throws KubernetesClientException if the API server refuses it */
    JsonObject replace(ObjectKind<?> kind, JsonObject tree) {
        return tree(kind, sendable(kind, tree).update());
    }

    /** Without what the API server gives it. */
    private static KubernetesObject unborn(KubernetesObject object) {
        return object.withMetadata(object.metadata()
                .withUid("")
                .withResourceVersion("")
                .withGeneration(0)
                .withCreationTimestamp(Optional.empty()));
    }

    /** What a controller removed: the last finalizers were taken away, or it was deleted at once. */
    private void remove(KubernetesObject before) {
        boolean isHeld = before.metadata().isBeingDeleted()
                && !before.metadata().finalizers().isEmpty();
        if (isHeld) {
            sendable(before.withMetadata(before.metadata().withFinalizers(List.of())))
                    .update();
        } else {
            delete(before, new DeleteOptionsBuilder().withGracePeriodSeconds(0L));
        }
    }

    private void delete(KubernetesObject after) {
        boolean isForeground = after.metadata().hasFinalizer(Deletion.FOREGROUND_FINALIZER);
        delete(
                after,
                new DeleteOptionsBuilder()
                        .withPropagationPolicy(
                                (isForeground ? DeletionPropagation.FOREGROUND : DeletionPropagation.BACKGROUND)
                                        .toString()));
    }

    /** This very object: another of the same name may have come since it was read. */
    private void delete(KubernetesObject object, DeleteOptionsBuilder options) {
        ObjectKind<?> kind = object.kind();
        String namespace =
                kind.isNamespaced() ? "/namespaces/" + object.metadata().namespace() : "";
        String place = (kind.group().isEmpty() ? "/api/" : "/apis/") + kind.apiVersion() + namespace + "/"
                + kind.plural() + "/" + object.metadata().name();
        DeleteOptions ofThis = options.withNewPreconditions()
                .withUid(object.metadata().uid())
                .endPreconditions()
                .build();
        client.raw(place, "DELETE", ofThis);
    }

    /** Status and the rest are written apart, each if it changed. */
    private JsonObject update(KubernetesObject before, KubernetesObject after) {
        KubernetesObject rest = after.withStatusOf(before);
        KubernetesObject versioned = rest.withMetadata(
                rest.metadata().withResourceVersion(before.metadata().resourceVersion()));
        GenericKubernetesResource written = null;
        if (!sameButForVersion(before, versioned)) {
            written = updated(before, versioned);
        }
        boolean hasStatus = after.kind().known().map(KnownKind::hasStatus).orElse(false);
        if (hasStatus && !after.withStatusOf(before).equals(after)) {
            String version = written == null
                    ? before.metadata().resourceVersion()
                    : written.getMetadata().getResourceVersion();
            written = sendable(after.withMetadata(after.metadata().withResourceVersion(version)))
                    .updateStatus();
        }
        return written == null ? read(before.ref()).orElseThrow() : tree(before.kind(), written);
    }

    private static boolean sameButForVersion(KubernetesObject before, KubernetesObject after) {
        return before.withMetadata(before.metadata().withGeneration(0))
                .equals(after.withMetadata(after.metadata().withGeneration(0)));
    }

    /** An API server takes a pod's node by a Binding; the mock servers know none and take it like the rest. */
    private GenericKubernetesResource updated(KubernetesObject before, KubernetesObject after) {
        try {
            return sendable(after).update();
        } catch (KubernetesClientException refused) {
            boolean isBinding =
                    before instanceof Pod from && after instanceof Pod to && !from.isPlaced() && to.isPlaced();
            if (!isBinding || refused.getCode() != INVALID) {
                throw refused;
            }
            client.bindings()
                    .inNamespace(after.metadata().namespace())
                    .resource(new BindingBuilder()
                            .withNewMetadata()
                            .withName(after.metadata().name())
                            .endMetadata()
                            .withNewTarget()
                            .withKind("Node")
                            .withName(((Pod) after).spec().nodeName())
                            .endTarget()
                            .build())
                    .create();
            return resource(after.ref()).require();
        }
    }

    private Resource<GenericKubernetesResource> sendable(KubernetesObject object) {
        return sendable(object.kind(), Manifests.writeJson(object));
    }

    private Resource<GenericKubernetesResource> sendable(ObjectKind<?> kind, JsonObject tree) {
        return sendable(kind, tree.toJson());
    }

    private Resource<GenericKubernetesResource> sendable(ObjectKind<?> kind, String json) {
        return objects(kind).resource(Serialization.unmarshal(json, GenericKubernetesResource.class));
    }

    private Resource<GenericKubernetesResource> resource(Ref<?> object) {
        return object.kind().isNamespaced()
                ? objects(object.kind()).inNamespace(object.namespace()).withName(object.name())
                : objects(object.kind()).withName(object.name());
    }

    private MixedOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            objects(ObjectKind<?> kind) {
        return client.genericKubernetesResources(new ResourceDefinitionContext.Builder()
                .withGroup(kind.group())
                .withVersion(kind.version())
                .withKind(kind.name())
                .withPlural(kind.plural())
                .withNamespaced(kind.isNamespaced())
                .build());
    }

    /** Items of a list need not say what they are. */
    static JsonObject tree(ObjectKind<?> kind, GenericKubernetesResource object) {
        object.setKind(kind.name());
        object.setApiVersion(kind.apiVersion());
        return (JsonObject) Manifests.readTreeJson(Serialization.asJson(object));
    }
}
