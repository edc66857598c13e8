package io.mooring.meta;

import java.util.Optional;

/** The kinds of objects that Mooring reads and interprets, in the order people read about storage. */
public enum KnownKind {
    PERSISTENT_VOLUME("v1", "PersistentVolume", "persistentvolumes", Scope.CLUSTER),
    PERSISTENT_VOLUME_CLAIM("v1", "PersistentVolumeClaim", "persistentvolumeclaims", Scope.NAMESPACE),
    STORAGE_CLASS("storage.k8s.io/v1", "StorageClass", "storageclasses", Scope.CLUSTER),
    VOLUME_ATTRIBUTES_CLASS("storage.k8s.io/v1", "VolumeAttributesClass", "volumeattributesclasses", Scope.CLUSTER),
    CSI_STORAGE_CAPACITY("storage.k8s.io/v1", "CSIStorageCapacity", "csistoragecapacities", Scope.NAMESPACE),
    STATEFUL_SET("apps/v1", "StatefulSet", "statefulsets", Scope.NAMESPACE),
    POD("v1", "Pod", "pods", Scope.NAMESPACE),
    NODE("v1", "Node", "nodes", Scope.CLUSTER),
    LIMIT_RANGE("v1", "LimitRange", "limitranges", Scope.NAMESPACE),
    RESOURCE_QUOTA("v1", "ResourceQuota", "resourcequotas", Scope.NAMESPACE);

    /** Where objects live. */
    private enum Scope {
        CLUSTER,
        NAMESPACE
    }

    private final String apiVersion;
    private final String kind;
    private final String plural;
    private final Scope scope;

    KnownKind(String apiVersion, String kind, String plural, Scope scope) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.plural = plural;
        this.scope = scope;
    }

    /** The kind with these names in the API, in the one version that Mooring reads. */
    public static Optional<KnownKind> find(String apiVersion, String kind) {
        for (KnownKind each : values()) {
            if (each.kind.equals(kind) && each.apiVersion.equals(apiVersion)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Group and version: {@code v1}, {@code apps/v1}. */
    public String apiVersion() {
        return apiVersion;
    }

    /** The kind's name: {@code PersistentVolume}. */
    public String kind() {
        return kind;
    }

    /** The resource: {@code persistentvolumes}. */
    public String plural() {
        return plural;
    }

    /** Whether its objects live in namespaces. */
    public boolean isNamespaced() {
        return scope == Scope.NAMESPACE;
    }
}
