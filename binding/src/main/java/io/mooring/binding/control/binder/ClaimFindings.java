package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.finding.ClaimBindingFinding.BoundTo;
import io.mooring.binding.finding.ClaimBindingFinding.ChosenVolumeTaken;
import io.mooring.binding.finding.ClaimBindingFinding.ConsumersNotScheduled;
import io.mooring.binding.finding.ClaimBindingFinding.DefaultClassAppeared;
import io.mooring.binding.finding.ClaimBindingFinding.FoundBy;
import io.mooring.binding.finding.ClaimBindingFinding.Misbound;
import io.mooring.binding.finding.ClaimBindingFinding.NameLost;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeMissing;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeTaken;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeUnfit;
import io.mooring.binding.finding.ClaimBindingFinding.NoClass;
import io.mooring.binding.finding.ClaimBindingFinding.NoConsumer;
import io.mooring.binding.finding.ClaimBindingFinding.NotKnown;
import io.mooring.binding.finding.ClaimBindingFinding.VolumeFound;
import io.mooring.binding.finding.ClaimBindingFinding.VolumeLost;
import io.mooring.binding.finding.ClaimGap;
import io.mooring.binding.finding.VolumeHolder;
import io.mooring.binding.match.NamedVolumeRule;
import io.mooring.binding.match.Search;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the binder finds of a claim: what it acts on, and what explanations are made from. */
public final class ClaimFindings {
    private ClaimFindings() {}

    /** Models {@code syncClaim}: a claim that was bound once is judged as bound, whatever its phase. */
    public static ClaimBindingFinding of(Cluster cluster, PersistentVolumeClaim claim) {
        Optional<Ref<PersistentVolume>> volume = claim.volume();
        if (volume.isEmpty()) {
            return claim.wasBound() ? new NameLost(claim.ref()) : unbound(cluster, claim);
        }
        return claim.wasBound() ? bound(cluster, claim, volume.get()) : named(cluster, claim, volume.get());
    }

    /** How the binder searches for a volume for this claim. */
    public static Search search(Cluster cluster, PersistentVolumeClaim claim) {
        return Search.byController(claim, StorageClasses.bindingMode(cluster, claim));
    }

    /** Who is to make a volume of this class for the claim, and what keeps him from it. */
    public static ClaimBindingFinding provisioning(PersistentVolumeClaim claim, StorageClass storageClass) {
        return ProvisioningFindings.of(claim, storageClass.metadata().name(), Optional.of(storageClass));
    }

    /** That this volume was found for the claim. */
    static ClaimBindingFinding found(PersistentVolumeClaim claim, PersistentVolume volume) {
        FoundBy way = volume.isReservedFor(claim) ? FoundBy.RESERVATION : FoundBy.SEARCH;
        return new VolumeFound(claim.ref(), volume.ref(), way);
    }

    /** Models {@code syncBoundClaim}, which looks at the uid alone. */
    private static ClaimBindingFinding bound(
            Cluster cluster, PersistentVolumeClaim claim, Ref<PersistentVolume> volume) {
        Optional<PersistentVolume> found = cluster.get(volume);
        if (found.isEmpty()) {
            return cluster.isKnown(PersistentVolume.KIND)
                    ? new VolumeLost(claim.ref(), volume)
                    : new NotKnown(claim.ref(), new ClaimGap.ItsVolume(volume));
        }
        Optional<ObjectReference> claimRef = found.get().spec().claimRef();
        boolean isItsOwn = claimRef.isEmpty()
                || claimRef.get().uid().equals(claim.metadata().uid());
        return isItsOwn
                ? new BoundTo(claim.ref(), volume)
                : new Misbound(claim.ref(), volume, VolumeHolder.of(claimRef.get()));
    }

    /** Models the second half of {@code syncUnboundClaim}. */
    private static ClaimBindingFinding named(
            Cluster cluster, PersistentVolumeClaim claim, Ref<PersistentVolume> volume) {
        Optional<PersistentVolume> found = cluster.get(volume);
        if (found.isEmpty()) {
            return cluster.isKnown(PersistentVolume.KIND)
                    ? new NamedVolumeMissing(claim.ref(), volume)
                    : new NotKnown(claim.ref(), new ClaimGap.NamedVolume(volume));
        }
        Optional<ObjectReference> claimRef = found.get().spec().claimRef();
        if (claimRef.isEmpty()) {
            return free(cluster.semantics(), claim, found.get());
        }
        return found.get().isReservedFor(claim)
                ? new VolumeFound(claim.ref(), volume, FoundBy.NAME)
                : taken(claim, volume, VolumeHolder.of(claimRef.get()));
    }

    private static ClaimBindingFinding free(Semantics semantics, PersistentVolumeClaim claim, PersistentVolume volume) {
        return Stream.of(NamedVolumeRule.values())
                .flatMap(rule -> rule.check(claim, volume, semantics).stream()
                        .<ClaimBindingFinding>map(
                                mismatch -> new NamedVolumeUnfit(claim.ref(), volume.ref(), rule, mismatch)))
                .findFirst()
                .orElseGet(() -> new VolumeFound(claim.ref(), volume.ref(), FoundBy.NAME));
    }

    private static ClaimBindingFinding taken(
            PersistentVolumeClaim claim, Ref<PersistentVolume> volume, VolumeHolder holder) {
        boolean wasChosen = claim.metadata().hasAnnotation(PersistentVolumeClaim.BOUND_BY_CONTROLLER_ANNOTATION);
        return wasChosen
                ? new ChosenVolumeTaken(claim.ref(), volume, holder)
                : new NamedVolumeTaken(claim.ref(), volume, holder);
    }

    /** Models the first half of {@code syncUnboundClaim}. */
    private static ClaimBindingFinding unbound(Cluster cluster, PersistentVolumeClaim claim) {
        Optional<ClaimGap> gap = ClaimGaps.beforeSearch(cluster, claim);
        if (gap.isPresent()) {
            return new NotKnown(claim.ref(), gap.get());
        }
        return VolumeSearch.find(cluster, claim)
                .map(volume -> found(claim, volume))
                .orElseGet(() -> ClaimGaps.afterSearch(cluster, claim)
                        .<ClaimBindingFinding>map(unknown -> new NotKnown(claim.ref(), unknown))
                        .orElseGet(() -> unmatched(cluster, claim)));
    }

    private static ClaimBindingFinding unmatched(Cluster cluster, PersistentVolumeClaim claim) {
        if (claim.className().isEmpty()) {
            return StorageClasses.defaultClass(cluster)
                    .<ClaimBindingFinding>map(found -> new DefaultClassAppeared(claim.ref(), found.ref()))
                    .orElseGet(() -> new NoClass(claim.ref()));
        }
        String className = claim.className().get();
        if (className.isEmpty()) {
            return new NoClass(claim.ref());
        }
        Optional<StorageClass> storageClass = cluster.storageClass(className);
        boolean awaitsConsumer =
                storageClass.filter(StorageClass::waitsForFirstConsumer).isPresent();
        if (awaitsConsumer && claim.selectedNode().isEmpty()) {
            return consumers(cluster, claim, storageClass.get());
        }
        return ProvisioningFindings.of(claim, className, storageClass);
    }

    /** Models how {@code emitEventForUnboundDelayBindingClaim} finds the pods. */
    private static ClaimBindingFinding consumers(
            Cluster cluster, PersistentVolumeClaim claim, StorageClass storageClass) {
        List<Ref<Pod>> pods = VolumeIndexes.PODS_BY_CLAIM
                .find(cluster, claim.ref())
                .filter(pod -> !pod.isTerminated() && !pod.isPlaced())
                .map(Pod::ref)
                .toList();
        return pods.isEmpty()
                ? new NoConsumer(claim.ref(), storageClass.ref())
                : new ConsumersNotScheduled(claim.ref(), storageClass.ref(), pods);
    }
}
