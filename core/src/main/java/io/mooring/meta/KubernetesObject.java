package io.mooring.meta;

import java.util.Optional;

/** Anything that has a kind and a name in a cluster. */
public interface KubernetesObject {
    /** Who it is. */
    ObjectMeta metadata();

    /** The same object with other metadata. */
    KubernetesObject withMetadata(ObjectMeta metadata);

    /** What Kubernetes calls it and how it is read and written. */
    ObjectKind<?> kind();

    /**
     * The same object with the status of another state of it, as a write of everything but the status keeps it; the same
     * where its kind has no status.
     *
     * @param other an object of the same kind
     */
    KubernetesObject withStatusOf(KubernetesObject other);

    /** The part of it whose changes the API server counts in {@code metadata.generation}; empty where it counts none. */
    Optional<Object> countedSpec();

    /** Its group, kind, namespace and name. */
    default Ref<?> ref() {
        return kind().refTo(metadata());
    }
}
