package io.mooring.admission.object;

import io.mooring.meta.KnownKind;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import io.mooring.node.Node;
import io.mooring.quota.LimitRange;
import io.mooring.quota.ResourceQuota;
import io.mooring.schema.Field;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.tree.JsonObject;
import io.mooring.workload.CronJob;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicationController;
import io.mooring.workload.StatefulSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of objects by their names. */
public final class Kinds {
    /** Those that Mooring interprets, in the order people read about storage. */
    public static final List<ObjectKind<?>> KNOWN =
            Arrays.stream(KnownKind.values()).map(Kinds::of).collect(Collectors.toUnmodifiableList());

    private static final Field<String> API_VERSION = Field.text("apiVersion");
    private static final Field<String> KIND = Field.text("kind");

    private Kinds() {}

    /** The API version that an object names; empty if it names none. */
    public static String apiVersionOf(JsonObject tree) {
        return API_VERSION.of(tree);
    }

    /** The kind that an object names; empty if it names none. */
    public static String kindOf(JsonObject tree) {
        return KIND.of(tree);
    }

    /** The kind of these names, if Mooring interprets it. */
    public static Optional<ObjectKind<?>> find(String apiVersion, String kind) {
        return KnownKind.find(apiVersion, kind).map(Kinds::of);
    }

    /**
     * The kind of these names, whatever the version; one that carries its objects along where Mooring does not interpret
     * it.
     */
    public static ObjectKind<?> of(String apiVersion, String kind) {
        return KnownKind.inAnyVersion(apiVersion, kind)
                .<ObjectKind<?>>map(Kinds::of)
                .orElseGet(() -> OtherObject.kindOf(apiVersion, kind));
    }

    /**
     * The kind that Mooring reads in another API version than this one. The kind of a custom resource may have the same
     * name; the group of a custom resource has a dot, and is not the group of the kind that Mooring reads.
     */
    public static Optional<ObjectKind<?>> inOtherVersion(String apiVersion, String kind) {
        for (ObjectKind<?> known : KNOWN) {
            boolean isOtherVersion =
                    known.name().equals(kind) && !known.apiVersion().equals(apiVersion);
            if (isOtherVersion && mayBeOf(ObjectKind.groupOf(apiVersion), known)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static boolean mayBeOf(String group, ObjectKind<?> known) {
        return !group.contains(".") || group.equals(known.group());
    }

    private static ObjectKind<?> of(KnownKind kind) {
        return switch (kind) {
            case PERSISTENT_VOLUME -> PersistentVolume.KIND;
            case PERSISTENT_VOLUME_CLAIM -> PersistentVolumeClaim.KIND;
            case STORAGE_CLASS -> StorageClass.KIND;
            case VOLUME_ATTRIBUTES_CLASS -> VolumeAttributesClass.KIND;
            case CSI_STORAGE_CAPACITY -> CsiStorageCapacity.KIND;
            case CSI_DRIVER -> CsiDriver.KIND;
            case VOLUME_ATTACHMENT -> VolumeAttachment.KIND;
            case STATEFUL_SET -> StatefulSet.KIND;
            case DEPLOYMENT -> Deployment.KIND;
            case REPLICA_SET -> ReplicaSet.KIND;
            case REPLICATION_CONTROLLER -> ReplicationController.KIND;
            case DAEMON_SET -> DaemonSet.KIND;
            case JOB -> Job.KIND;
            case CRON_JOB -> CronJob.KIND;
            case POD -> Pod.KIND;
            case NODE -> Node.KIND;
            case NAMESPACE -> Namespace.KIND;
            case LIMIT_RANGE -> LimitRange.KIND;
            case RESOURCE_QUOTA -> ResourceQuota.KIND;
        };
    }
}
