package io.mooring.admission.object;

import io.mooring.admission.attachment.CsiDriverPolicy;
import io.mooring.admission.attachment.VolumeAttachmentPolicy;
import io.mooring.admission.claim.ClaimPolicy;
import io.mooring.admission.namespace.NamespacePolicy;
import io.mooring.admission.node.NodeSchema;
import io.mooring.admission.pod.PodPolicy;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.admission.policy.PlainPolicy;
import io.mooring.admission.quota.LimitRangeSchema;
import io.mooring.admission.quota.ResourceQuotaSchema;
import io.mooring.admission.set.StatefulSetPolicy;
import io.mooring.admission.storageclass.CsiStorageCapacities;
import io.mooring.admission.storageclass.StorageClassPolicy;
import io.mooring.admission.storageclass.VolumeAttributesClassPolicy;
import io.mooring.admission.volume.PersistentVolumePolicy;
import io.mooring.admission.workload.CronJobPolicy;
import io.mooring.admission.workload.DaemonSetPolicy;
import io.mooring.admission.workload.DeploymentPolicy;
import io.mooring.admission.workload.JobPolicy;
import io.mooring.admission.workload.ReplicaSetPolicy;
import io.mooring.admission.workload.ReplicationControllerPolicy;
import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import io.mooring.node.Node;
import io.mooring.quota.LimitRange;
import io.mooring.quota.ResourceQuota;
import io.mooring.storage.CsiStorageCapacity;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What is known of each kind: what its objects are, and what admission does with them. */
public final class Policies {
    /**
     * By the kind's place among the known ones, each made when it is first asked for: most programs have objects of few kinds. Whoever
     * makes one that somebody else made meanwhile takes the other's.
     */
    private static final AtomicReferenceArray<KindPolicy<?>> KNOWN =
            new AtomicReferenceArray<>(KnownKind.values().length);

    private Policies() {}

    /** What is known of the kind; of a kind that is carried along, what all kinds have in common. */
    @SuppressWarnings("unchecked")
    public static <T extends KubernetesObject> KindPolicy<T> of(ObjectKind<T> kind) {
        Optional<KnownKind> known = kind.known();
        return (KindPolicy<T>)
                (known.isPresent() ? ofKnown(known.get()) : new OtherPolicy((ObjectKind<OtherObject>) kind));
    }

    private static KindPolicy<?> ofKnown(KnownKind kind) {
        KindPolicy<?> policy = KNOWN.get(kind.ordinal());
        if (policy != null) {
            return policy;
        }
        KNOWN.compareAndSet(kind.ordinal(), null, of(kind));
        return KNOWN.get(kind.ordinal());
    }

    private static KindPolicy<?> of(KnownKind kind) {
        return switch (kind) {
            case PERSISTENT_VOLUME -> new PersistentVolumePolicy();
            case PERSISTENT_VOLUME_CLAIM -> new ClaimPolicy();
            case STORAGE_CLASS -> new StorageClassPolicy();
            case VOLUME_ATTRIBUTES_CLASS -> new VolumeAttributesClassPolicy();
            case CSI_STORAGE_CAPACITY -> new PlainPolicy<>(CsiStorageCapacity.KIND, CsiStorageCapacities.CAPACITY);
            case CSI_DRIVER -> new CsiDriverPolicy();
            case VOLUME_ATTACHMENT -> new VolumeAttachmentPolicy();
            case STATEFUL_SET -> new StatefulSetPolicy();
            case DEPLOYMENT -> new DeploymentPolicy();
            case REPLICA_SET -> new ReplicaSetPolicy();
            case REPLICATION_CONTROLLER -> new ReplicationControllerPolicy();
            case DAEMON_SET -> new DaemonSetPolicy();
            case JOB -> new JobPolicy();
            case CRON_JOB -> new CronJobPolicy();
            case POD -> new PodPolicy();
            case NODE -> new PlainPolicy<>(Node.KIND, NodeSchema.NODE);
            case NAMESPACE -> new NamespacePolicy();
            case LIMIT_RANGE -> new PlainPolicy<>(LimitRange.KIND, LimitRangeSchema.RANGE);
            case RESOURCE_QUOTA -> new PlainPolicy<>(ResourceQuota.KIND, ResourceQuotaSchema.QUOTA);
        };
    }
}
