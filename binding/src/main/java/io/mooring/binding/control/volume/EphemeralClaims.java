package io.mooring.binding.control.volume;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.EphemeralClaimTemplate;
import io.mooring.workload.Pod;
import io.mooring.workload.PodVolume;

/** The claims of a pod's ephemeral volumes. Models {@code component-helpers/storage/ephemeral}. */
public final class EphemeralClaims {
    private EphemeralClaims() {}

    /** Whether the claim was made for the pod. Models {@code VolumeIsForPod}. */
    public static boolean isFor(Pod pod, PersistentVolumeClaim claim) {
        return claim.metadata().isControlledBy(pod.metadata());
    }

    /** That the claim was not made for the pod, in Kubernetes' words. */
    public static String notOwner(Ref<Pod> pod, Ref<PersistentVolumeClaim> claim) {
        return "PVC " + claim.qualifiedName() + " was not created for pod " + pod.qualifiedName()
                + " (pod is not owner)";
    }

    /** The claim for the volume. */
    public static PersistentVolumeClaim make(Pod pod, PodVolume volume, EphemeralClaimTemplate template) {
        ObjectMeta metadata = ObjectMeta.builder()
                .name(pod.ephemeralClaimName(volume))
                .namespace(pod.metadata().namespace())
                .labels(template.metadata().labels())
                .annotations(template.metadata().annotations())
                .addOwnerReferences(OwnerReference.toController(Pod.KIND, pod.metadata()))
                .build();
        return PersistentVolumeClaim.builder()
                .metadata(metadata)
                .spec(template.spec())
                .build();
    }
}
