package io.mooring.binding.control.binder;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.binding.control.volume.Pods;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.meta.ObjectReference;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Binds claims to volumes and volumes to claims, and reclaims what was released. Models
 * {@code PersistentVolumeController}: {@code pv_controller_base.go} is here, the rest in {@link ClaimSync} and
 * {@link VolumeSync}.
 */
public final class VolumeBinder implements Controller {

    @Override
    public String name() {
        return "persistentvolume-binder-controller";
    }

    @Override
    public List<Wake> wakes(Change change, Cluster world) {
        List<Wake> wakes = new ArrayList<>();
        KubernetesObject object = change.object();
        if (object instanceof PersistentVolumeClaim claim) {
            wakeForClaim(wakes, change, claim, world);
        } else if (object instanceof PersistentVolume volume) {
            wakeForVolume(wakes, change, volume, world);
        } else if (object instanceof Pod pod) {
            wakeForPod(wakes, change, pod, world);
        } else if (object instanceof StorageClass storageClass) {
            wakeForClass(wakes, storageClass, world);
        }
        return wakes;
    }

    /** Models {@code updateClaim} and {@code deleteClaim}; volumes that wait for the claim learn of it on the resync. */
    private static void wakeForClaim(List<Wake> wakes, Change change, PersistentVolumeClaim claim, Cluster world) {
        if (!change.isRemoval()) {
            wakes.add(Wake.now(claim.ref()));
        } else if (!claim.spec().volumeName().isEmpty()) {
            wakes.add(Wake.now(volumeKey(claim.spec().volumeName())));
        }
        if (concernsVolumes(change)) {
            world.volumesFor(claim.metadata().namespace(), claim.metadata().name())
                    .filter(volume -> !isReserved(volume))
                    .forEach(volume -> wakes.add(Wake.atResync(volume.ref())));
        }
    }

    private static boolean concernsVolumes(Change change) {
        return !volumeNameOf(change.before()).equals(volumeNameOf(change.after()))
                || change.isCreation()
                || change.isRemoval();
    }

    private static Optional<String> volumeNameOf(Optional<KubernetesObject> claim) {
        return claim.map(found -> ((PersistentVolumeClaim) found).spec().volumeName());
    }

    private static boolean isReserved(PersistentVolume volume) {
        return volume.spec().claimRef().map(ObjectReference::uid).orElse("").isEmpty();
    }

    /** Models {@code updateVolume} and {@code deleteVolume}; claims that wait for the volume learn of it on the resync. */
    private static void wakeForVolume(List<Wake> wakes, Change change, PersistentVolume volume, Cluster world) {
        if (!change.isRemoval()) {
            wakes.add(Wake.now(volume.ref()));
        } else {
            volume.spec().claimRef().ifPresent(reference -> wakes.add(Wake.now(claimKey(reference))));
        }
        if (!concernsClaims(change)) {
            return;
        }
        world.claimsOf(volume.metadata().name()).forEach(claim -> wakes.add(Wake.atResync(claim.ref())));
        volume.spec()
                .claimRef()
                .map(VolumeBinder::claimKey)
                .filter(key -> world.get(key).isPresent())
                .ifPresent(key -> wakes.add(Wake.atResync(key)));
        if (!change.isRemoval() && Offers.isFree(volume)) {
            wakes.add(Wake.atResync(Offers.keyOf(volume)));
        }
    }

    /** Whether claims may be served differently; that a volume became Bound is no news to any. */
    private static boolean concernsClaims(Change change) {
        if (change.isCreation() || change.isRemoval()) {
            return true;
        }
        PersistentVolume before = (PersistentVolume) change.before().orElseThrow();
        PersistentVolume after = (PersistentVolume) change.after().orElseThrow();
        return !before.spec().equals(after.spec())
                || !before.metadata().labels().equals(after.metadata().labels())
                || before.metadata().isBeingDeleted() != after.metadata().isBeingDeleted()
                || Offers.isFree(before) != Offers.isFree(after);
    }

    /** Upstream learns of pods on its resync, but for the recycler's, which it watches. */
    private static void wakeForPod(List<Wake> wakes, Change change, Pod pod, Cluster world) {
        boolean isOver = change.isRemoval() && Pods.hasEnded(pod);
        if (!isOver) {
            Recycler.volumeOf(pod).ifPresent(key -> wakes.add(Wake.now(key)));
        }
        if (!Pods.isNews(change)) {
            return;
        }
        String namespace = pod.metadata().namespace();
        Pods.claimNames(pod).forEach(name -> {
            world.claim(namespace, name)
                    .filter(claim -> claim.spec().volumeName().isEmpty())
                    .ifPresent(claim -> wakes.add(Wake.atResync(claim.ref())));
            world.volumesFor(namespace, name)
                    .filter(Recycler::mayWait)
                    .forEach(volume -> wakes.add(Wake.atResync(volume.ref())));
        });
    }

    private static void wakeForClass(List<Wake> wakes, StorageClass storageClass, Cluster world) {
        Stream<PersistentVolumeClaim> waiting =
                world.waitingClaims(storageClass.metadata().name());
        Stream<PersistentVolumeClaim> classless =
                StorageClasses.newestDefault(world).isPresent() ? world.waitingClaimsWithoutClass() : Stream.empty();
        Stream.concat(waiting, classless).forEach(claim -> wakes.add(Wake.atResync(claim.ref())));
    }

    private static Ref<?> volumeKey(String name) {
        return PersistentVolume.KIND.ref("", name);
    }

    private static Ref<?> claimKey(ObjectReference reference) {
        return PersistentVolumeClaim.KIND.ref(reference.namespace(), reference.name());
    }

    @Override
    public List<Write> reconcile(Cluster world, Ref<?> key) {
        if (Offers.isKey(key)) {
            return Offers.reconcile(world, key);
        }
        return world.get(key).map(object -> reconcile(world, object)).orElseGet(() -> Recycler.dismiss(world, key));
    }

    private static List<Write> reconcile(Cluster world, KubernetesObject object) {
        return object instanceof PersistentVolumeClaim claim
                ? ClaimSync.sync(world, claim)
                : VolumeSync.sync(world, (PersistentVolume) object);
    }

    @Override
    public List<List<Write>> choices(Cluster world, Ref<?> key) {
        if (Offers.isKey(key)) {
            return Offers.choices(world, key);
        }
        return world.get(key).orElse(null) instanceof PersistentVolumeClaim claim
                ? ClaimSync.choices(world, claim)
                : List.of(reconcile(world, key));
    }
}
