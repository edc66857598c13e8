package io.mooring.binding.control.workload;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaKeeper;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicationController;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;

/** What pods are made from, whatever makes them. */
public final class PodTemplates {
    /** The kinds whose objects have pods made from a template. */
    public static final List<ObjectKind<?>> KINDS = List.of(
            Deployment.KIND, ReplicaSet.KIND, ReplicationController.KIND, StatefulSet.KIND, DaemonSet.KIND, Job.KIND);

    private PodTemplates() {}

    /** The template of the object's pods; empty if it makes none. */
    public static Optional<PodTemplateSpec> of(KubernetesObject object) {
        if (object instanceof Deployment deployment) {
            return Optional.of(deployment.spec().template());
        }
        if (object instanceof ReplicaKeeper keeper) {
            return keeper.podTemplate();
        }
        if (object instanceof StatefulSet set) {
            return Optional.of(set.spec().template());
        }
        if (object instanceof DaemonSet set) {
            return Optional.of(set.spec().template());
        }
        return object instanceof Job job ? Optional.of(job.spec().template()) : Optional.empty();
    }

    /** How many pods it is to have; empty for what has one on each node, and for Jobs. */
    public static Optional<Integer> wanted(KubernetesObject object) {
        if (object instanceof Deployment deployment) {
            return Optional.of(deployment.wantedReplicas());
        }
        if (object instanceof ReplicaKeeper keeper) {
            return Optional.of(keeper.wantedReplicas());
        }
        return object instanceof StatefulSet set
                ? Optional.of((int) (set.endOrdinal() - set.startOrdinal()))
                : Optional.empty();
    }
}
