package io.mooring.binding.explain.fix;

import io.mooring.binding.control.volume.Dependents;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import java.util.Optional;

/** How an object is to stand: what is being deleted is to go, a claim to be Bound, and so on. */
final class Targets {
    private Targets() {}

    /** Empty where no change is searched for objects of its kind. */
    static Optional<Target> of(Cluster settled, KubernetesObject object) {
        if (object.metadata().isBeingDeleted()) {
            return Optional.of(new DeletionTarget(object));
        }
        return object.kind()
                .known()
                .map(kind -> of(settled, object, kind))
                .orElseGet(() -> custom(settled, object))
                .map(target -> MovedTarget.of(settled, object, target));
    }

    private static Optional<Target> of(Cluster settled, KubernetesObject object, KnownKind kind) {
        return switch (kind) {
            case PERSISTENT_VOLUME_CLAIM -> Optional.of(new ClaimTarget(((PersistentVolumeClaim) object).ref()));
            case PERSISTENT_VOLUME -> Optional.of(new VolumeTarget(((PersistentVolume) object).ref()));
            case POD -> Optional.of(ofPod(settled, (Pod) object));
            case STATEFUL_SET, DEPLOYMENT, REPLICA_SET, REPLICATION_CONTROLLER, DAEMON_SET, JOB, CRON_JOB ->
                Optional.of(WorkloadTarget.of(settled, object));
            case STORAGE_CLASS,
                    VOLUME_ATTRIBUTES_CLASS,
                    VOLUME_ATTACHMENT,
                    NODE,
                    NAMESPACE,
                    RESOURCE_QUOTA,
                    LIMIT_RANGE,
                    CSI_DRIVER,
                    CSI_STORAGE_CAPACITY -> Optional.empty();
        };
    }

    /** What an operator looks after makes pods if anything belongs to it. */
    private static Optional<Target> custom(Cluster settled, KubernetesObject object) {
        boolean isOwner = Dependents.BY_OWNER
                .find(settled, object.metadata().uid())
                .findAny()
                .isPresent();
        return isOwner ? Optional.of(WorkloadTarget.of(settled, object)) : Optional.empty();
    }

    /** A pod of a StatefulSet has its name again when it is made anew; another one gives way to its like. */
    private static Target ofPod(Cluster settled, Pod pod) {
        PodTarget alone = new PodTarget(pod.ref());
        return PodMakers.keeper(settled, pod)
                .filter(keeper -> keeper instanceof Deployment || keeper instanceof ReplicaSet)
                .<Target>map(keeper -> new MadePodTarget(alone, WorkloadTarget.of(settled, keeper)))
                .orElse(alone);
    }
}
