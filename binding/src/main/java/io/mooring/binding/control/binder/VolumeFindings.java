package io.mooring.binding.control.binder;

import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.finding.VolumeBindingFinding.ClaimElsewhere;
import io.mooring.binding.finding.VolumeBindingFinding.ClaimNotBound;
import io.mooring.binding.finding.VolumeBindingFinding.ClaimOfOtherMode;
import io.mooring.binding.finding.VolumeBindingFinding.HeldBy;
import io.mooring.binding.finding.VolumeBindingFinding.NotKnown;
import io.mooring.binding.finding.VolumeBindingFinding.PolicyUnknown;
import io.mooring.binding.finding.VolumeBindingFinding.ProvisionedInVain;
import io.mooring.binding.finding.VolumeBindingFinding.Reserved;
import io.mooring.binding.finding.VolumeBindingFinding.ReservedAhead;
import io.mooring.binding.finding.VolumeBindingFinding.Retained;
import io.mooring.binding.finding.VolumeBindingFinding.ToBeDeleted;
import io.mooring.binding.finding.VolumeBindingFinding.ToBeRecycled;
import io.mooring.binding.finding.VolumeBindingFinding.Unclaimed;
import io.mooring.binding.finding.VolumeHolder;
import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeMode;
import io.mooring.workload.Pod;
import java.util.Optional;

/** What the binder finds of a volume: what it acts on, and what explanations are made from. */
public final class VolumeFindings {
    private VolumeFindings() {}

    /** Models the branches of {@code syncVolume}. */
    public static VolumeBindingFinding of(Cluster cluster, PersistentVolume volume) {
        Optional<ObjectReference> claimRef = volume.spec().claimRef();
        if (claimRef.isEmpty()) {
            return new Unclaimed(volume.ref());
        }
        VolumeHolder holder = VolumeHolder.of(claimRef.get());
        Optional<PersistentVolumeClaim> claim = cluster.get(holder.claim());
        if (claim.isEmpty() && !cluster.isKnown(PersistentVolumeClaim.KIND)) {
            return new NotKnown(volume.ref(), holder, PersistentVolumeClaim.KIND);
        }
        if (holder.isReservation()) {
            return claim.isPresent()
                    ? new Reserved(volume.ref(), holder.claim())
                    : new ReservedAhead(volume.ref(), holder.claim());
        }
        return claim.filter(found -> found.metadata().uid().equals(holder.uid()))
                .map(found -> claimed(volume, found))
                .orElseGet(() -> released(cluster, volume, holder));
    }

    /** What becomes of the storage of a volume whose claim is gone; empty if it is to be kept, or is not gone. */
    public static Optional<VolumeReclaimFinding> reclaim(Cluster cluster, PersistentVolume volume) {
        VolumeBindingFinding finding = of(cluster, volume);
        if (finding instanceof ToBeDeleted || finding instanceof ProvisionedInVain) {
            return Optional.of(Deleter.delete(volume));
        }
        return finding instanceof ToBeRecycled ? Optional.of(Recycler.recycle(cluster, volume)) : Optional.empty();
    }

    private static VolumeBindingFinding claimed(PersistentVolume volume, PersistentVolumeClaim claim) {
        Optional<Ref<PersistentVolume>> named = claim.volume();
        if (named.isEmpty()) {
            return claimNotBound(volume, claim);
        }
        if (named.get().equals(volume.ref())) {
            return new HeldBy(volume.ref(), claim.ref());
        }
        return volume.provisionedBy().isPresent() && volume.hasReclaimPolicy(ReclaimPolicy.DELETE)
                ? new ProvisionedInVain(volume.ref(), claim.ref(), named.get())
                : new ClaimElsewhere(volume.ref(), claim.ref(), named.get());
    }

    private static VolumeBindingFinding claimNotBound(PersistentVolume volume, PersistentVolumeClaim claim) {
        VolumeMode requested = claim.volumeMode();
        VolumeMode offered = volume.volumeMode();
        return requested.equals(offered)
                ? new ClaimNotBound(volume.ref(), claim.ref())
                : new ClaimOfOtherMode(volume.ref(), claim.ref(), requested, offered);
    }

    /** Models the {@code switch} of {@code reclaimVolume}. */
    private static VolumeBindingFinding released(Cluster cluster, PersistentVolume volume, VolumeHolder holder) {
        if (volume.hasReclaimPolicy(ReclaimPolicy.RETAIN)) {
            return new Retained(volume.ref(), holder);
        }
        if (volume.hasReclaimPolicy(ReclaimPolicy.DELETE)) {
            return new ToBeDeleted(volume.ref(), holder);
        }
        if (volume.hasReclaimPolicy(ReclaimPolicy.RECYCLE) && !cluster.isKnown(Pod.KIND)) {
            return new NotKnown(volume.ref(), holder, Pod.KIND);
        }
        return volume.hasReclaimPolicy(ReclaimPolicy.RECYCLE)
                ? new ToBeRecycled(volume.ref(), holder)
                : new PolicyUnknown(volume.ref(), holder, volume.spec().persistentVolumeReclaimPolicy());
    }
}
