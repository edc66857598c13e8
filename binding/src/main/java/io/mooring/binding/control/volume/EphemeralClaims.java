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
        return claim.metadata().ownerReferences().stream()
                .filter(owner -> owner.controller().orElse(false))
                .findFirst()
                .filter(owner -> owner.uid().equals(pod.metadata().uid()))
                .isPresent();
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
                .addOwnerReferences(owner(pod))
                .build();
        return PersistentVolumeClaim.builder()
                .metadata(metadata)
                .spec(template.spec())
                .build();
    }

    private static OwnerReference owner(Pod pod) {
        return OwnerReference.builder()
                .apiVersion(Pod.KIND.apiVersion())
                .kind(Pod.KIND.name())
                .name(pod.metadata().name())
                .uid(pod.metadata().uid())
                .controller(true)
                .blockOwnerDeletion(true)
                .build();
    }
}
