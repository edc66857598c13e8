package io.mooring.meta;

/** Anything that has a kind and a name in a cluster. */
public interface KubernetesObject {
    /** Who it is. */
    ObjectMeta metadata();

    /** The same object with other metadata. */
    KubernetesObject withMetadata(ObjectMeta metadata);

    /** What Kubernetes calls it and how it is read and written. */
    ObjectKind<?> kind();

    /** Its group, kind, namespace and name. */
    default Ref<?> ref() {
        return kind().refTo(metadata());
    }
}
