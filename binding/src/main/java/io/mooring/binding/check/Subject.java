package io.mooring.binding.check;

import io.mooring.meta.ObjectKind;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.CronJob;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicationController;
import io.mooring.workload.StatefulSet;
import java.util.List;

/** At whose objects a check looks. */
enum Subject {
    /** Volumes. */
    VOLUMES(PersistentVolume.KIND),

    /** Classes. */
    CLASSES(StorageClass.KIND),

    /** Claims. */
    CLAIMS(PersistentVolumeClaim.KIND),

    /** Claims, and what claims are made from. */
    REQUESTS(PersistentVolumeClaim.KIND, StatefulSet.KIND),

    /** Sets. */
    SETS(StatefulSet.KIND),

    /** Deployments. */
    DEPLOYMENTS(Deployment.KIND),

    /** Pods, and what pods are made from. */
    PODS(
            Pod.KIND,
            Deployment.KIND,
            ReplicaSet.KIND,
            ReplicationController.KIND,
            StatefulSet.KIND,
            DaemonSet.KIND,
            Job.KIND,
            CronJob.KIND);

    @SuppressWarnings("ImmutableEnumChecker") // A copy that nobody can change.
    private final List<ObjectKind<?>> kinds;

    Subject(ObjectKind<?>... kinds) {
        this.kinds = List.of(kinds);
    }

    List<ObjectKind<?>> kinds() {
        return kinds;
    }
}
