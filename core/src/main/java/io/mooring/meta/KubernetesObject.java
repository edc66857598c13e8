package io.mooring.meta;

/** Anything that has a kind and a name in a cluster. */
public interface KubernetesObject {

    /** Who it is. */
    ObjectMeta metadata();

    /** The same object with other metadata. */
    KubernetesObject withMetadata(ObjectMeta metadata);

    /** What Kubernetes calls it and how it is read and written. */
    ObjectKind<?> kind();

    /** Its kind, namespace and name. */
    default ObjectKey key() {
        return kind().keyOf(metadata());
    }
}
