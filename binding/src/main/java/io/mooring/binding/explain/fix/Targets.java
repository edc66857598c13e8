package io.mooring.binding.explain.fix;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;

/** How an object is to stand: what is being deleted is to go, a claim to be Bound, and so on. */
final class Targets {
    private Targets() {}

    static Target of(Cluster settled, KubernetesObject object) {
        if (object.metadata().isBeingDeleted()) {
            return new DeletionTarget(object);
        }
        if (object instanceof PersistentVolumeClaim claim) {
            return new ClaimTarget(claim.ref());
        }
        if (object instanceof PersistentVolume volume) {
            return new VolumeTarget(volume.ref());
        }
        if (object instanceof Pod pod) {
            return new PodTarget(pod.ref());
        }
        return WorkloadTarget.of(settled, object);
    }
}
