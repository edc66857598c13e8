package io.mooring.binding.control.protection;

import io.mooring.binding.control.volume.EphemeralClaims;
import io.mooring.binding.control.volume.StorageFinalizers;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.ClaimUseFinding;
import io.mooring.binding.finding.ClaimUseFinding.HeldByNobody;
import io.mooring.binding.finding.ClaimUseFinding.HeldByPod;
import io.mooring.binding.finding.ClaimUseFinding.NamedByNobody;
import io.mooring.binding.finding.ClaimUseFinding.NamedByPod;
import io.mooring.binding.finding.ClaimUseFinding.NotKnown;
import io.mooring.binding.finding.ClaimUseFinding.Unprotected;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.PodVolume;
import java.util.Optional;
import java.util.stream.Stream;

/** What pvc-protection finds of a claim: what it acts on, and what explanations are made from. */
public final class ClaimUseFindings {
    private ClaimUseFindings() {}

    /** Whether the finalizer holds the claim, or would if somebody deleted it. */
    public static ClaimUseFinding protection(Cluster cluster, PersistentVolumeClaim claim) {
        if (!claim.metadata().hasFinalizer(StorageFinalizers.CLAIM_PROTECTION)) {
            return new Unprotected(claim.ref());
        }
        return holders(cluster, claim)
                .findFirst()
                .<ClaimUseFinding>map(pod -> new HeldByPod(claim.ref(), pod.ref()))
                .orElseGet(() -> cluster.isKnown(Pod.KIND) ? new HeldByNobody(claim.ref()) : new NotKnown(claim.ref()));
    }

    /**
     * Whether the claim is in use. Models {@code podUsesPVCForUnusedSince}: a pod that its finalizers keep though none of its
     * containers runs uses nothing, while it holds the claim still.
     */
    public static ClaimUseFinding use(Cluster cluster, PersistentVolumeClaim claim) {
        return pods(cluster, claim)
                .filter(pod -> !pod.isTerminated() && refersTo(pod, claim))
                .findFirst()
                .<ClaimUseFinding>map(pod -> new NamedByPod(claim.ref(), pod.ref()))
                .orElseGet(
                        () -> cluster.isKnown(Pod.KIND) ? new NamedByNobody(claim.ref()) : new NotKnown(claim.ref()));
    }

    /** The pods that hold the claim while it is being deleted, by namespace and name. */
    public static Stream<Pod> holders(Cluster cluster, PersistentVolumeClaim claim) {
        return pods(cluster, claim).filter(pod -> holds(pod, claim));
    }

    private static Stream<Pod> pods(Cluster cluster, PersistentVolumeClaim claim) {
        return VolumeIndexes.PODS_BY_CLAIM.find(cluster, claim.ref());
    }

    /** Models {@code podUsesPVC}: a pod without a node counts for nothing, one that is shut down not for its own claim. */
    private static boolean holds(Pod pod, PersistentVolumeClaim claim) {
        return pod.isPlaced() && (namesItself(pod, claim) || (hasItMade(pod, claim) && !isShutDown(pod)));
    }

    private static boolean refersTo(Pod pod, PersistentVolumeClaim claim) {
        return namesItself(pod, claim) || hasItMade(pod, claim);
    }

    private static boolean namesItself(Pod pod, PersistentVolumeClaim claim) {
        for (PodVolume volume : pod.spec().volumes()) {
            if (volume.persistentVolumeClaim().isPresent() && names(pod, volume, claim)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is made for an ephemeral volume of the pod. */
    private static boolean hasItMade(Pod pod, PersistentVolumeClaim claim) {
        for (PodVolume volume : pod.spec().volumes()) {
            if (volume.persistentVolumeClaim().isEmpty() && names(pod, volume, claim)) {
                return EphemeralClaims.isFor(pod, claim);
            }
        }
        return false;
    }

    private static boolean names(Pod pod, PodVolume volume, PersistentVolumeClaim claim) {
        return pod.claimName(volume).equals(Optional.of(claim.metadata().name()));
    }

    /** Models {@code podIsShutDown}. */
    private static boolean isShutDown(Pod pod) {
        return pod.metadata().isBeingDeleted()
                && pod.metadata()
                        .deletionGracePeriodSeconds()
                        .filter(seconds -> seconds == 0)
                        .isPresent();
    }
}
