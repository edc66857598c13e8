package io.mooring.binding.explain.claim;

import io.mooring.binding.finding.VolumeHolder;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries remedies on the cluster, which is a value. A remedy helps if the claim is Bound in the end, and everybody else has what
 * they would have without it: every claim its volume, every volume the claim that it is held by or kept for.
 */
record RemedyTrial(Cluster cluster, Ref<PersistentVolumeClaim> claim) {

    /** Those that help; of several new volumes the first. */
    List<Remedy> helpful(List<Remedy> remedies) {
        if (remedies.isEmpty()) {
            return List.of();
        }
        Cluster without = cluster.settle();
        List<Remedy> helpful = new ArrayList<>();
        for (Remedy remedy : remedies) {
            boolean isSecondVolume = remedy.addsVolume() && helpful.stream().anyMatch(Remedy::addsVolume);
            if (!isSecondVolume && helps(remedy, without)) {
                helpful.add(remedy);
            }
        }
        return helpful;
    }

    private boolean helps(Remedy remedy, Cluster without) {
        Outcome outcome = remedy.on(cluster);
        if (!outcome.answer().isAccepted()) {
            return false;
        }
        Cluster with = outcome.cluster().settle();
        return isBound(with) && with.changesSince(without).stream().noneMatch(change -> isLoss(change, remedy));
    }

    private boolean isBound(Cluster with) {
        return with.get(claim).filter(PersistentVolumeClaim::isBound).isPresent();
    }

    private boolean isLoss(Change<?> change, Remedy remedy) {
        boolean claimLost = change.as(PersistentVolumeClaim.KIND)
                .filter(other -> !other.ref().equals(claim))
                .filter(other -> other.before()
                        .filter(before -> !hasTheSame(before, other.after()))
                        .isPresent())
                .isPresent();
        return claimLost
                || change.as(PersistentVolume.KIND)
                        .filter(volume -> remedy.changedVolume()
                                .filter(edited -> edited.equals(volume.ref()))
                                .isEmpty())
                        .filter(volume -> volume.before()
                                .filter(before -> !isKeptForTheSame(before, volume.after()))
                                .isPresent())
                        .isPresent();
    }

    /** A claim that had no volume may have got one. */
    private static boolean hasTheSame(PersistentVolumeClaim before, Optional<PersistentVolumeClaim> after) {
        return after.filter(found -> before.volume().isEmpty()
                        || (found.volume().equals(before.volume())
                                && found.status().phase().equals(before.status().phase())))
                .isPresent();
    }

    /** A volume that nobody had may have been taken. */
    private static boolean isKeptForTheSame(PersistentVolume before, Optional<PersistentVolume> after) {
        Optional<VolumeHolder> holder = before.spec().claimRef().map(VolumeHolder::of);
        Optional<VolumeHolder> now =
                after.flatMap(volume -> volume.spec().claimRef()).map(VolumeHolder::of);
        return after.isPresent()
                && (holder.isEmpty() || now.filter(holder.get()::includes).isPresent());
    }
}
