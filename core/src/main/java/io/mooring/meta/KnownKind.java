package io.mooring.meta;

import java.util.List;
import java.util.Optional;

/** The kinds of objects that Mooring reads and interprets, in the order people read about storage. */
public enum KnownKind {
    PERSISTENT_VOLUME("v1", "PersistentVolume", "persistentvolumes", Scope.CLUSTER, Status.WRITTEN_APART),
    PERSISTENT_VOLUME_CLAIM(
            "v1", "PersistentVolumeClaim", "persistentvolumeclaims", Scope.NAMESPACE, Status.WRITTEN_APART),
    STORAGE_CLASS("storage.k8s.io/v1", "StorageClass", "storageclasses", Scope.CLUSTER, Status.NONE),
    VOLUME_ATTRIBUTES_CLASS(
            "storage.k8s.io/v1", "VolumeAttributesClass", "volumeattributesclasses", Scope.CLUSTER, Status.NONE),
    CSI_STORAGE_CAPACITY(
            "storage.k8s.io/v1", "CSIStorageCapacity", "csistoragecapacities", Scope.NAMESPACE, Status.NONE),
    CSI_DRIVER("storage.k8s.io/v1", "CSIDriver", "csidrivers", Scope.CLUSTER, Status.NONE),
    VOLUME_ATTACHMENT(
            "storage.k8s.io/v1", "VolumeAttachment", "volumeattachments", Scope.CLUSTER, Status.WRITTEN_APART),
    STATEFUL_SET("apps/v1", "StatefulSet", "statefulsets", Scope.NAMESPACE, Status.WRITTEN_APART),
    DEPLOYMENT("apps/v1", "Deployment", "deployments", Scope.NAMESPACE, Status.WRITTEN_APART),
    REPLICA_SET("apps/v1", "ReplicaSet", "replicasets", Scope.NAMESPACE, Status.WRITTEN_APART),
    REPLICATION_CONTROLLER(
            "v1", "ReplicationController", "replicationcontrollers", Scope.NAMESPACE, Status.WRITTEN_APART),
    DAEMON_SET("apps/v1", "DaemonSet", "daemonsets", Scope.NAMESPACE, Status.WRITTEN_APART),
    JOB("batch/v1", "Job", "jobs", Scope.NAMESPACE, Status.WRITTEN_APART),
    CRON_JOB("batch/v1", "CronJob", "cronjobs", Scope.NAMESPACE, Status.WRITTEN_APART),
    POD("v1", "Pod", "pods", Scope.NAMESPACE, Status.WRITTEN_APART),
    NODE("v1", "Node", "nodes", Scope.CLUSTER, Status.WRITTEN_APART),
    NAMESPACE("v1", "Namespace", "namespaces", Scope.CLUSTER, Status.WRITTEN_APART),
    LIMIT_RANGE("v1", "LimitRange", "limitranges", Scope.NAMESPACE, Status.NONE),
    RESOURCE_QUOTA("v1", "ResourceQuota", "resourcequotas", Scope.NAMESPACE, Status.WRITTEN_APART);

    private static final List<KnownKind> ALL = List.of(values());

    /** Where objects live. */
    private enum Scope {
        CLUSTER,
        NAMESPACE
    }

    /** Whether objects have a status, which is a subresource of its own. */
    private enum Status {
        WRITTEN_APART,
        NONE
    }

    private final String apiVersion;
    private final String kind;
    private final String plural;
    private final Scope scope;
    private final Status status;

    KnownKind(String apiVersion, String kind, String plural, Scope scope, Status status) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.plural = plural;
        this.scope = scope;
        this.status = status;
    }

    /** The kind with these names in the API, in the one version that Mooring reads. */
    public static Optional<KnownKind> find(String apiVersion, String kind) {
        for (KnownKind each : ALL) {
            if (each.kind.equals(kind) && each.apiVersion.equals(apiVersion)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The kind with this name in the group of this API version, whatever the version. */
    public static Optional<KnownKind> inAnyVersion(String apiVersion, String kind) {
        String group = ObjectKind.groupOf(apiVersion);
        for (KnownKind each : ALL) {
            if (each.kind.equals(kind) && ObjectKind.groupOf(each.apiVersion).equals(group)) {
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

    /** Whether its objects have the subresource {@code status}. */
    public boolean hasStatus() {
        return status == Status.WRITTEN_APART;
    }
}
