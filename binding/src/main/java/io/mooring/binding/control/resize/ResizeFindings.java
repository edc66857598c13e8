package io.mooring.binding.control.resize;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.ModificationFinding;
import io.mooring.binding.finding.ResizeFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.util.List;
import java.util.Optional;

/** How far the resize of a claim's volume, and the change of its attributes, are: what explanations are made from. */
public final class ResizeFindings {
    private ResizeFindings() {}

    /** Empty if the claim has what it asks for, or has no volume. */
    public static Optional<ResizeFinding> resize(Cluster cluster, PersistentVolumeClaim claim) {
        return claim.isBound()
                        && (claim.wantsResize() || !ResizeStatus.of(claim).isEmpty())
                ? claim.volume().map(volume -> resize(cluster, claim, volume))
                : Optional.empty();
    }

    private static ResizeFinding resize(Cluster cluster, PersistentVolumeClaim claim, Ref<PersistentVolume> volume) {
        Ref<PersistentVolumeClaim> ref = claim.ref();
        Quantity actual = claim.actualStorage();
        Quantity target = ResizeStatus.allocated(claim).orElse(claim.requestedStorage());
        Optional<String> error = ResizeStatus.error(claim);
        return switch (ResizeStatus.of(claim)) {
            case "" -> unmarked(cluster, claim, volume);
            case ResizeStatus.CONTROLLER_INFEASIBLE ->
                new ResizeFinding.Infeasible(ref, volume, target, actual, error.orElse(""));
            case ResizeStatus.NODE_PENDING -> awaitingNode(cluster, claim, volume, target);
            case ResizeStatus.NODE_IN_PROGRESS -> new ResizeFinding.AtNode(ref, volume, target, actual);
            case ResizeStatus.NODE_INFEASIBLE -> new ResizeFinding.NodeInfeasible(ref, volume, target, actual);
            default ->
                error.<ResizeFinding>map(message -> new ResizeFinding.Failing(ref, volume, target, actual, message))
                        .orElseGet(() -> new ResizeFinding.AtController(ref, volume, target, actual));
        };
    }

    /** Resizers that do not recover from failures tell how far they are by conditions alone. */
    private static ResizeFinding unmarked(Cluster cluster, PersistentVolumeClaim claim, Ref<PersistentVolume> volume) {
        Quantity requested = claim.requestedStorage();
        if (ResizeStatus.awaitsFileSystem(claim)) {
            return awaitingNode(cluster, claim, volume, requested);
        }
        return ResizeStatus.isResizing(claim)
                ? new ResizeFinding.AtController(claim.ref(), volume, requested, claim.actualStorage())
                : new ResizeFinding.Requested(claim.ref(), volume, requested, claim.actualStorage());
    }

    private static ResizeFinding awaitingNode(
            Cluster cluster, PersistentVolumeClaim claim, Ref<PersistentVolume> volume, Quantity target) {
        return cluster.isKnown(Pod.KIND)
                ? new ResizeFinding.AwaitingNode(
                        claim.ref(), volume, target, claim.actualStorage(), running(cluster, claim))
                : new ResizeFinding.NotKnown(claim.ref(), volume, target, claim.actualStorage(), Pod.KIND);
    }

    private static List<Ref<Pod>> running(Cluster cluster, PersistentVolumeClaim claim) {
        return VolumeIndexes.PODS_BY_CLAIM
                .find(cluster, claim.ref())
                .filter(pod -> pod.isIn(PodPhase.RUNNING))
                .map(Pod::ref)
                .toList();
    }

    /** Empty if the volume has the class that the claim names, or the claim has no volume. */
    public static Optional<ModificationFinding> modification(Cluster cluster, PersistentVolumeClaim claim) {
        boolean isSame = claim.attributesClassName()
                .equals(claim.status().currentVolumeAttributesClassName().orElse(""));
        Optional<String> status = ModificationStatus.of(claim);
        boolean isUnasked = claim.attributesClassName().isEmpty() && status.isEmpty();
        return !claim.isBound() || isUnasked || (isSame && status.isEmpty())
                ? Optional.empty()
                : claim.volume().map(volume -> modification(cluster, claim, volume, status.orElse("")));
    }

    private static ModificationFinding modification(
            Cluster cluster, PersistentVolumeClaim claim, Ref<PersistentVolume> volume, String status) {
        Ref<PersistentVolumeClaim> ref = claim.ref();
        String named = ModificationStatus.target(claim);
        Ref<VolumeAttributesClass> target =
                VolumeAttributesClass.ref(named.isEmpty() ? claim.attributesClassName() : named);
        Optional<String> error = ModificationStatus.error(claim);
        boolean isThere = cluster.get(target).isPresent();
        if (!isThere && !status.equals(ModificationStatus.INFEASIBLE)) {
            return cluster.isKnown(VolumeAttributesClass.KIND)
                    ? new ModificationFinding.ClassMissing(ref, volume, target)
                    : new ModificationFinding.NotKnown(ref, volume, target);
        }
        return switch (status) {
            case ModificationStatus.INFEASIBLE ->
                new ModificationFinding.Infeasible(ref, volume, target, error.orElse(""));
            case ModificationStatus.IN_PROGRESS ->
                error.<ModificationFinding>map(message -> new ModificationFinding.Failing(ref, volume, target, message))
                        .orElseGet(() -> new ModificationFinding.InProgress(ref, volume, target));
            default -> new ModificationFinding.Requested(ref, volume, target);
        };
    }
}
