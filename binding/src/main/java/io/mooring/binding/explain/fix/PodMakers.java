package io.mooring.binding.explain.fix;

import io.mooring.meta.KubernetesObject;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.CronJob;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaKeeper;
import io.mooring.workload.StatefulSet;
import java.util.Optional;

/** What makes pods from a template, and which claims these use. */
public final class PodMakers {
    private PodMakers() {}

    /** Whether the pods that it makes use the claim of this name; what somebody else keeps is left to him. */
    public static boolean usesClaim(KubernetesObject object, String claim) {
        return object.metadata().controller().isEmpty()
                && template(object).filter(template -> uses(template, claim)).isPresent();
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

    /** Whether it is one whose pods can be counted, and wants none. */
    static boolean isScaledToNone(KubernetesObject object) {
        return replicas(object).filter(number -> number == 0).isPresent();
    }

    private static Optional<Integer> replicas(KubernetesObject object) {
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

    private static Optional<PodTemplateSpec> template(KubernetesObject object) {
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
}
