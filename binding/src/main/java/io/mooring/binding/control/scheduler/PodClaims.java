package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.EphemeralClaims;
import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.AccessMode;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.workload.Pod;
import io.mooring.workload.PodVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The claims of a pod, of which none stands in the way by itself. Models the {@code PreFilter} of the plug-ins {@code
 * volumerestrictions}, {@code volumebinding} and {@code volumezone}.
 *
 * @param bound those that are bound
 * @param waiting those that wait for a node, smallest request first; of equal ones in the order of the pod's volumes
 * @param inUseElsewhere whether another pod has a ReadWriteOncePod claim of this pod
 */
record PodClaims(List<PersistentVolumeClaim> bound, List<PersistentVolumeClaim> waiting, boolean inUseElsewhere) {
    /** What {@code PreFilter} says. */
    sealed interface Examined {
        /** No node needs to be looked at. */
        record Rejected(String reason) implements Examined {}

        record Passed(PodClaims claims) implements Examined {}
    }

    /** A volume of the pod that stands on a claim. */
    private record Use(String claimName, boolean isEphemeral) {}

    static Examined examine(Cluster world, Pod pod) {
        List<Use> uses = uses(pod);
        return restriction(world, pod, uses)
                .or(() -> claimProblem(world, pod, uses))
                .<Examined>map(Examined.Rejected::new)
                .orElseGet(() -> sorted(world, pod, uses));
    }

    private static List<Use> uses(Pod pod) {
        List<Use> uses = new ArrayList<>();
        for (PodVolume volume : pod.spec().volumes()) {
            volume.persistentVolumeClaim().ifPresent(source -> uses.add(new Use(source.claimName(), false)));
            volume.ephemeral()
                    .ifPresent(source -> uses.add(new Use(pod.metadata().name() + "-" + volume.name(), true)));
        }
        return uses;
    }

    private static Optional<PersistentVolumeClaim> find(Cluster world, Pod pod, Use use) {
        return world.claim(pod.metadata().namespace(), use.claimName());
    }

    /** Models {@code VolumeRestrictions.PreFilter}, which does not look at ephemeral volumes. */
    private static Optional<String> restriction(Cluster world, Pod pod, List<Use> uses) {
        return uses.stream()
                .filter(use -> !use.isEphemeral() && find(world, pod, use).isEmpty())
                .findFirst()
                .map(use -> Reason.CLAIM_NOT_FOUND.text(use.claimName()));
    }

    /** Models {@code VolumeBinding.podHasPVCs}. */
    private static Optional<String> claimProblem(Cluster world, Pod pod, List<Use> uses) {
        return uses.stream()
                .flatMap(use -> claimProblem(world, pod, use).stream())
                .findFirst();
    }

    private static Optional<String> claimProblem(Cluster world, Pod pod, Use use) {
        Optional<PersistentVolumeClaim> found = find(world, pod, use);
        if (found.isEmpty()) {
            return Optional.of(Reason.EPHEMERAL_CLAIM_NOT_FOUND.text() + use.claimName() + "\"");
        }
        PersistentVolumeClaim claim = found.get();
        String quoted = "persistentvolumeclaim \"" + use.claimName();
        if (claim.status().phase().equals(Optional.of(ClaimPhase.LOST))) {
            return Optional.of(quoted + Reason.CLAIM_LOST.text() + claim.spec().volumeName() + "\"");
        }
        if (claim.metadata().isBeingDeleted() && !Scheduler.isBindingVolumes(pod)) {
            return Optional.of(quoted + Reason.CLAIM_BEING_DELETED.text());
        }
        return use.isEphemeral() ? EphemeralClaims.refusal(pod, claim) : Optional.empty();
    }

    /** Models {@code GetPodVolumeClaims}, then {@code VolumeZone.PreFilter}. */
    private static Examined sorted(Cluster world, Pod pod, List<Use> uses) {
        List<PersistentVolumeClaim> bound = new ArrayList<>();
        List<PersistentVolumeClaim> waiting = new ArrayList<>();
        for (Use use : uses) {
            PersistentVolumeClaim claim = find(world, pod, use).orElseThrow();
            if (isBound(claim)) {
                bound.add(claim);
            } else if (waitsForNode(world, claim)) {
                waiting.add(claim);
            } else {
                return new Examined.Rejected(Reason.UNBOUND_IMMEDIATE.text());
            }
        }
        Optional<String> missing = bound.stream()
                .map(claim -> claim.spec().volumeName())
                .filter(volume -> world.volume(volume).isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            return new Examined.Rejected(Reason.VOLUME_NOT_FOUND.text(missing.get()));
        }
        return new Examined.Passed(new PodClaims(bound, List.copyOf(waiting), isInUse(world, pod, uses)));
    }

    static boolean isBound(PersistentVolumeClaim claim) {
        return !claim.spec().volumeName().isEmpty()
                && claim.metadata().annotations().containsKey(VolumeAnnotations.BIND_COMPLETED);
    }

    /** A claim that names its volume itself is the binder's, whatever its class. */
    private static boolean waitsForNode(Cluster world, PersistentVolumeClaim claim) {
        return claim.spec().volumeName().isEmpty()
                && claim.className()
                        .flatMap(world::storageClass)
                        .flatMap(StorageClass::volumeBindingMode)
                        .equals(Optional.of(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER));
    }

    private static boolean isInUse(Cluster world, Pod pod, List<Use> uses) {
        return uses.stream()
                .filter(use -> !use.isEphemeral())
                .flatMap(use -> find(world, pod, use).stream())
                .filter(claim -> claim.spec().accessModes().contains(AccessMode.READ_WRITE_ONCE_POD))
                .anyMatch(claim -> VolumeIndexes.PODS_BY_CLAIM
                        .find(world, claim.ref())
                        .anyMatch(other -> !other.ref().equals(pod.ref()) && isPlaced(other)));
    }

    private static boolean isPlaced(Pod pod) {
        return !PodRequests.nodeOf(pod).isEmpty() && !pod.hasEnded();
    }
}
