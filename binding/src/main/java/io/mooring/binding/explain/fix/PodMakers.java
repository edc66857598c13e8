package io.mooring.binding.explain.fix;

import io.mooring.binding.control.workload.PodTemplates;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.CronJob;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;

/** What makes pods from a template, and which claims these use. */
public final class PodMakers {
    private static final List<ObjectKind<?>> MAKERS =
            List.of(Deployment.KIND, ReplicaSet.KIND, StatefulSet.KIND, DaemonSet.KIND);

    private PodMakers() {}

    /** Whether the pods that it makes use the claim of this name; what somebody else keeps is left to him. */
    public static boolean usesClaim(KubernetesObject object, String claim) {
        return object.metadata().controller().isEmpty()
                && PodTemplates.of(object)
                        .filter(template -> uses(template, claim))
                        .isPresent();
    }

    /** Whether the pods of its Jobs would use the claim of this name; nothing starts them here. */
    public static boolean wouldUseClaim(KubernetesObject object, String claim) {
        return object instanceof CronJob cronJob && uses(cronJob.podTemplate(), claim);
    }

    private static boolean uses(PodTemplateSpec template, String claim) {
        return template.spec().volumes().stream()
                .anyMatch(volume -> volume.persistentVolumeClaim()
                        .map(ClaimVolumeSource::claimName)
                        .equals(Optional.of(claim)));
    }

    /**
     * What has the template that the pod is made from, and the number of pods: a set, or the Deployment of its ReplicaSet; empty for what
     * somebody else keeps, who would undo a change.
     */
    static Optional<KubernetesObject> keeper(Cluster cluster, Pod pod) {
        Optional<KubernetesObject> controller = controller(cluster, pod);
        return controller
                .flatMap(found -> controller(cluster, found))
                .or(() -> controller)
                .filter(found -> found.metadata().controller().isEmpty());
    }

    private static Optional<KubernetesObject> controller(Cluster cluster, KubernetesObject object) {
        return object.metadata()
                .controller()
                .flatMap(owner -> MAKERS.stream()
                        .filter(kind -> owner.kind().equals(kind.name()))
                        .flatMap(kind ->
                                found(cluster, kind.ref(object.metadata().namespace(), owner.name())).stream())
                        .findFirst());
    }

    private static Optional<KubernetesObject> found(Cluster cluster, Ref<?> ref) {
        return cluster.get(ref).map(found -> found);
    }

    /** Whether it is one whose pods can be counted, and wants none. */
    static boolean isScaledToNone(KubernetesObject object) {
        return PodTemplates.wanted(object).filter(number -> number == 0).isPresent();
    }
}
