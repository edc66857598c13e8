package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.finding.Holder;
import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.finding.VolumeBindingFinding.ClaimElsewhere;
import io.mooring.binding.finding.VolumeBindingFinding.ClaimNotBound;
import io.mooring.binding.finding.VolumeBindingFinding.ClaimOfOtherMode;
import io.mooring.binding.finding.VolumeBindingFinding.HeldBy;
import io.mooring.binding.finding.VolumeBindingFinding.PolicyUnknown;
import io.mooring.binding.finding.VolumeBindingFinding.ProvisionedInVain;
import io.mooring.binding.finding.VolumeBindingFinding.Reserved;
import io.mooring.binding.finding.VolumeBindingFinding.ReservedAhead;
import io.mooring.binding.finding.VolumeBindingFinding.Retained;
import io.mooring.binding.finding.VolumeBindingFinding.ToBeDeleted;
import io.mooring.binding.finding.VolumeBindingFinding.ToBeRecycled;
import io.mooring.binding.finding.VolumeBindingFinding.Unclaimed;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeMode;
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
        Holder holder = Holder.of(claimRef.get());
        Optional<PersistentVolumeClaim> claim = cluster.get(holder.claim());
        if (holder.isReservation()) {
            return claim.isPresent()
                    ? new Reserved(volume.ref(), holder.claim())
                    : new ReservedAhead(volume.ref(), holder.claim());
        }
        return claim.filter(found -> found.metadata().uid().equals(holder.uid()))
                .map(found -> claimed(volume, found))
                .orElseGet(() -> released(volume, holder));
    }

    private static VolumeBindingFinding claimed(PersistentVolume volume, PersistentVolumeClaim claim) {
        String volumeName = claim.spec().volumeName();
        if (volumeName.isEmpty()) {
            return claimNotBound(volume, claim);
        }
        if (volumeName.equals(volume.metadata().name())) {
            return new HeldBy(volume.ref(), claim.ref());
        }
        Ref<PersistentVolume> other = PersistentVolume.ref(volumeName);
        boolean isProvisioned = volume.metadata().annotations().containsKey(VolumeAnnotations.PROVISIONED_BY);
        return isProvisioned && volume.spec().persistentVolumeReclaimPolicy().equals(Optional.of(ReclaimPolicy.DELETE))
                ? new ProvisionedInVain(volume.ref(), claim.ref(), other)
                : new ClaimElsewhere(volume.ref(), claim.ref(), other);
    }

    private static VolumeBindingFinding claimNotBound(PersistentVolume volume, PersistentVolumeClaim claim) {
        VolumeMode requested = claim.spec().volumeMode().orElse(VolumeMode.FILESYSTEM);
        VolumeMode offered = volume.spec().volumeMode().orElse(VolumeMode.FILESYSTEM);
        return requested.equals(offered)
                ? new ClaimNotBound(volume.ref(), claim.ref())
                : new ClaimOfOtherMode(volume.ref(), claim.ref(), requested, offered);
    }

    /** Models the {@code switch} of {@code reclaimVolume}. */
    private static VolumeBindingFinding released(PersistentVolume volume, Holder holder) {
        Optional<ReclaimPolicy> policy = volume.spec().persistentVolumeReclaimPolicy();
        if (policy.equals(Optional.of(ReclaimPolicy.RETAIN))) {
            return new Retained(volume.ref(), holder);
        }
        if (policy.equals(Optional.of(ReclaimPolicy.DELETE))) {
            return new ToBeDeleted(volume.ref(), holder);
        }
        return policy.equals(Optional.of(ReclaimPolicy.RECYCLE))
                ? new ToBeRecycled(volume.ref(), holder)
                : new PolicyUnknown(volume.ref(), holder, policy);
    }
}
