package io.mooring.binding.control.binder;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.Contest;
import io.mooring.binding.control.volume.PodChanges;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.control.volume.WaitingClaims;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Kinds;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds claims to volumes and volumes to claims, and reclaims what was released. Models
 * {@code PersistentVolumeController}: {@code pv_controller_base.go} is here, the rest in {@link ClaimSync} and
 * {@link VolumeSync}.
 */
public final class VolumeBinder implements PlaneController<BinderItem> {
    private static final Watches<BinderItem> WATCHES = Watches.of(PersistentVolumeClaim.KIND, VolumeBinder::ofClaim)
            .and(PersistentVolume.KIND, VolumeBinder::ofVolume)
            .and(Pod.KIND, VolumeBinder::ofPod)
            .and(StorageClass.KIND, VolumeBinder::ofClass);

    @Override
    public String name() {
        return "persistentvolume-binder-controller";
    }

    @Override
    public List<View<?>> views() {
        return List.of(
                VolumeIndexes.POOL,
                VolumeIndexes.CLAIMS_BY_VOLUME,
                VolumeIndexes.VOLUMES_BY_CLAIM,
                VolumeIndexes.PODS_BY_CLAIM,
                WaitingClaims.VIEW,
                StorageClasses.BY_DEFAULT);
    }

    /** Before it takes a claim for gone it asks for it. Models the double check in {@code syncVolume}. */
    @Override
    public Kinds asksTheServer(BinderItem item) {
        return item instanceof BinderItem.OfVolume ? Kinds.of(PersistentVolumeClaim.KIND) : Kinds.of();
    }

    @Override
    public Watches<BinderItem> watches() {
        return WATCHES;
    }

    /** What it depends on is different from claim to claim, and from volume to volume; the findings say so. */
    @Override
    public Kinds needs() {
        return Kinds.of();
    }

    /** Models {@code updateClaim} and {@code deleteClaim}; volumes that wait for the claim are synced at the resync. */
    private static List<Wake<BinderItem>> ofClaim(Change<PersistentVolumeClaim> change, Cluster cluster) {
        PersistentVolumeClaim claim = change.object();
        List<Wake<BinderItem>> wakes = new ArrayList<>();
        if (!change.isRemoval()) {
            wakes.add(claimNow(change.ref()));
        } else {
            claim.volume().ifPresent(volume -> wakes.add(now(volume)));
        }
        if (concernsVolumes(change)) {
            for (PersistentVolume volume : VolumeIndexes.VOLUMES_BY_CLAIM.list(cluster, change.ref())) {
                if (volume.isHeld()) {
                    wakes.add(atResync(volume.ref()));
                }
            }
        }
        return wakes;
    }

    /** Whether the claim came, went, or names another volume. */
    private static boolean concernsVolumes(Change<PersistentVolumeClaim> change) {
        return !change.isUpdate()
                || !change.before()
                        .orElseThrow()
                        .spec()
                        .volumeName()
                        .equals(change.object().spec().volumeName());
    }

    /** Models {@code updateVolume} and {@code deleteVolume}; claims that wait for the volume are synced at the resync. */
    private static List<Wake<BinderItem>> ofVolume(Change<PersistentVolume> change, Cluster cluster) {
        PersistentVolume volume = change.object();
        List<Wake<BinderItem>> wakes = new ArrayList<>();
        if (!change.isRemoval()) {
            wakes.add(now(change.ref()));
        } else {
            volume.claim().ifPresent(claim -> wakes.add(claimNow(claim)));
        }
        if (!concernsClaims(change)) {
            return wakes;
        }
        for (PersistentVolumeClaim claim :
                VolumeIndexes.CLAIMS_BY_VOLUME.list(cluster, change.ref().name())) {
            wakes.add(claimAtResync(claim.ref()));
        }
        volume.claim()
                .filter(claim -> cluster.get(claim).isPresent())
                .ifPresent(claim -> wakes.add(claimAtResync(claim)));
        if (!change.isRemoval() && volume.isFree()) {
            wakes.add(Wake.atResync(new BinderItem.OfFreeVolume(volume.ref())));
        }
        return wakes;
    }

    /** Whether claims may be served differently; that a volume became Bound makes no difference to any. */
    private static boolean concernsClaims(Change<PersistentVolume> change) {
        if (!change.isUpdate()) {
            return true;
        }
        PersistentVolume before = change.before().orElseThrow();
        PersistentVolume after = change.object();
        return !before.spec().equals(after.spec())
                || !before.metadata().labels().equals(after.metadata().labels())
                || before.metadata().isBeingDeleted() != after.metadata().isBeingDeleted()
                || before.isFree() != after.isFree();
    }

    /** Upstream looks at pods on its resync, but for the recycler's, which it watches. */
    private static List<Wake<BinderItem>> ofPod(Change<Pod> change, Cluster cluster) {
        Pod pod = change.object();
        List<Wake<BinderItem>> wakes = new ArrayList<>();
        boolean isOver = change.isRemoval() && pod.hasEnded();
        if (!isOver) {
            Recycler.volumeOf(pod).ifPresent(volume -> wakes.add(now(volume)));
        }
        if (!PodChanges.matterToVolumes(change)) {
            return wakes;
        }
        for (Ref<PersistentVolumeClaim> ref : pod.claims()) {
            Optional<PersistentVolumeClaim> claim = cluster.get(ref);
            if (claim.isPresent() && claim.get().volume().isEmpty()) {
                wakes.add(claimAtResync(ref));
            }
            for (PersistentVolume volume : VolumeIndexes.VOLUMES_BY_CLAIM.list(cluster, ref)) {
                if (volume.hasReclaimPolicy(ReclaimPolicy.RECYCLE)) {
                    wakes.add(atResync(volume.ref()));
                }
            }
        }
        return wakes;
    }

    private static List<Wake<BinderItem>> ofClass(Change<StorageClass> change, Cluster cluster) {
        String name = change.ref().name();
        List<String> classes = StorageClasses.defaultClass(cluster).isPresent()
                ? List.of(name, VolumeIndexes.NO_CLASS)
                : List.of(name);
        return WaitingClaims.of(classes, cluster)
                .map(claim -> claimAtResync(claim.ref()))
                .toList();
    }

    private static Wake<BinderItem> now(Ref<PersistentVolume> volume) {
        return Wake.now(new BinderItem.OfVolume(volume));
    }

    private static Wake<BinderItem> atResync(Ref<PersistentVolume> volume) {
        return Wake.atResync(new BinderItem.OfVolume(volume));
    }

    private static Wake<BinderItem> claimNow(Ref<PersistentVolumeClaim> claim) {
        return Wake.now(new BinderItem.OfClaim(claim));
    }

    private static Wake<BinderItem> claimAtResync(Ref<PersistentVolumeClaim> claim) {
        return Wake.atResync(new BinderItem.OfClaim(claim));
    }

    @Override
    public List<Write> reconcile(Cluster cluster, BinderItem item) {
        return item.reconcile(cluster);
    }

    @Override
    public List<List<Write>> choices(Cluster cluster, BinderItem item) {
        return item.choices(cluster);
    }

    @Override
    public boolean isContested(Cluster cluster, Write write) {
        return write.accept(new Contest(cluster));
    }
}
