package io.mooring.binding.control.binder;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;

/** What the volume binder reconciles: volumes, then claims, then volumes that became free; each by name. */
public sealed interface BinderItem extends Comparable<BinderItem> {
    /** What the binder writes about it. */
    List<Write> reconcile(Cluster cluster);

    /** Everything that upstream may write about it; {@link #reconcile} is the first. */
    List<List<Write>> choices(Cluster cluster);

    /** The object whose name it goes by. */
    Ref<?> object();

    /** Its place among items of other types. */
    int rank();

    @Override
    default int compareTo(BinderItem other) {
        int byRank = Integer.compare(rank(), other.rank());
        return byRank != 0 ? byRank : object().compareTo(other.object());
    }

    /** A volume. */
    record OfVolume(Ref<PersistentVolume> object) implements BinderItem {
        @Override
        public List<Write> reconcile(Cluster cluster) {
            return cluster.get(object)
                    .map(volume -> VolumeSync.sync(cluster, volume))
                    .orElseGet(() -> Recycler.deleteIfEnded(cluster, object));
        }

        @Override
        public List<List<Write>> choices(Cluster cluster) {
            return List.of(reconcile(cluster));
        }

        @Override
        public int rank() {
            return 0;
        }
    }

    /** A claim. */
    record OfClaim(Ref<PersistentVolumeClaim> object) implements BinderItem {
        @Override
        public List<Write> reconcile(Cluster cluster) {
            return cluster.get(object)
                    .map(claim -> ClaimSync.sync(cluster, claim))
                    .orElse(List.of());
        }

        @Override
        public List<List<Write>> choices(Cluster cluster) {
            return cluster.get(object)
                    .map(claim -> ClaimSync.choices(cluster, claim))
                    .orElse(List.of(List.of()));
        }

        @Override
        public int rank() {
            return 1;
        }
    }

    /** A volume that became free, for the claims that wait. */
    record OfFreeVolume(Ref<PersistentVolume> object) implements BinderItem {
        @Override
        public List<Write> reconcile(Cluster cluster) {
            return FreeVolumes.reconcile(cluster, object);
        }

        @Override
        public List<List<Write>> choices(Cluster cluster) {
            return FreeVolumes.choices(cluster, object);
        }

        @Override
        public int rank() {
            return 2;
        }
    }
}
