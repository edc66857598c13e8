package io.mooring.admission.object;

import io.mooring.admission.attachment.CsiDriverPolicy;
import io.mooring.admission.attachment.VolumeAttachmentPolicy;
import io.mooring.admission.claim.ClaimPolicy;
import io.mooring.admission.namespace.NamespacePolicy;
import io.mooring.admission.node.NodeSchema;
import io.mooring.admission.pod.PodPolicy;
import io.mooring.admission.policy.KindPolicy;
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
import java.util.Optional;

/** What is known of each kind: what its objects are, and what admission does with them. */
public final class Policies {
    private Policies() {}

    /** What is known of the kind; of a kind that is carried along, what all kinds have in common. */
    @SuppressWarnings("unchecked")
    public static <T extends KubernetesObject> KindPolicy<T> of(ObjectKind<T> kind) {
        Optional<KnownKind> known = kind.known();
        return (KindPolicy<T>) (known.isPresent() ? of(known.get()) : new OtherPolicy((ObjectKind<OtherObject>) kind));
    }

    /** A constant of a class of its own: only what is asked for is made, and most programs have objects of few kinds. */
    private static KindPolicy<?> of(KnownKind kind) {
        return switch (kind) {
            case PERSISTENT_VOLUME -> PersistentVolumePolicy.POLICY;
            case PERSISTENT_VOLUME_CLAIM -> ClaimPolicy.POLICY;
            case STORAGE_CLASS -> StorageClassPolicy.POLICY;
            case VOLUME_ATTRIBUTES_CLASS -> VolumeAttributesClassPolicy.POLICY;
            case CSI_STORAGE_CAPACITY -> CsiStorageCapacities.POLICY;
            case CSI_DRIVER -> CsiDriverPolicy.POLICY;
            case VOLUME_ATTACHMENT -> VolumeAttachmentPolicy.POLICY;
            case STATEFUL_SET -> StatefulSetPolicy.POLICY;
            case DEPLOYMENT -> DeploymentPolicy.POLICY;
            case REPLICA_SET -> ReplicaSetPolicy.POLICY;
            case REPLICATION_CONTROLLER -> ReplicationControllerPolicy.POLICY;
            case DAEMON_SET -> DaemonSetPolicy.POLICY;
            case JOB -> JobPolicy.POLICY;
            case CRON_JOB -> CronJobPolicy.POLICY;
            case POD -> PodPolicy.POLICY;
            case NODE -> NodeSchema.POLICY;
            case NAMESPACE -> NamespacePolicy.POLICY;
            case LIMIT_RANGE -> LimitRangeSchema.POLICY;
            case RESOURCE_QUOTA -> ResourceQuotaSchema.POLICY;
        };
    }
}
