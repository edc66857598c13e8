package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.workload.Pod;
import java.util.List;

/**
 * What becomes of the storage of a volume whose claim is gone. Models what {@code deleteVolumeOperation} and
 * {@code recycleVolumeOperation} come to.
 */
public sealed interface VolumeReclaimFinding extends VolumeFinding {
    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of finding. */
    interface Cases<R> {
        R leftToProvisioner(LeftToProvisioner finding);

        R storageDeleted(StorageDeleted finding);

        R deletionFailed(DeletionFailed finding);

        R usedByPods(UsedByPods finding);

        R noRecycler(NoRecycler finding);

        R recyclerWanted(RecyclerWanted finding);

        R recyclerPaused(RecyclerPaused finding);

        R recyclerAtWork(RecyclerAtWork finding);

        R recycled(Recycled finding);

        R recyclingFailed(RecyclingFailed finding);

        R recyclerNameTaken(RecyclerNameTaken finding);
    }

    /** Its storage is for an external provisioner to delete. */
    record LeftToProvisioner(Ref<PersistentVolume> about) implements VolumeReclaimFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.leftToProvisioner(this);
        }
    }

    /** Its storage was deleted. A cluster keeps this in mind: the volume goes, and with it all that tells what became of the data. */
    record StorageDeleted(Ref<PersistentVolume> about) implements VolumeReclaimFinding {
        @Override
        public boolean outlivesItsObject() {
            return true;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.storageDeleted(this);
        }
    }

    /** Its storage could not be deleted. */
    record DeletionFailed(Ref<PersistentVolume> about, DeletionObstacle obstacle) implements VolumeReclaimFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.deletionFailed(this);
        }
    }

    /** Its storage cannot be scrubbed while these pods still name the claim that is gone. */
    record UsedByPods(Ref<PersistentVolume> about, List<Ref<Pod>> pods) implements VolumeReclaimFinding {
        public UsedByPods {
            pods = List.copyOf(pods);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.usedByPods(this);
        }
    }

    /** Nothing can scrub storage of its kind. */
    record NoRecycler(Ref<PersistentVolume> about) implements VolumeReclaimFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.noRecycler(this);
        }
    }

    /** A pod is to scrub its storage. */
    record RecyclerWanted(Ref<PersistentVolume> about, Ref<Pod> pod) implements VolumeReclaimFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.recyclerWanted(this);
        }
    }

    /** Scrubbing its storage failed a moment ago, and is tried again after a while. */
    record RecyclerPaused(Ref<PersistentVolume> about, Ref<Pod> pod) implements VolumeReclaimFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.recyclerPaused(this);
        }
    }

    /** A pod scrubs its storage, or waits for a node. */
    record RecyclerAtWork(Ref<PersistentVolume> about, Ref<Pod> pod) implements VolumeReclaimFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.recyclerAtWork(this);
        }
    }

    /** A pod has scrubbed its storage. */
    record Recycled(Ref<PersistentVolume> about, Ref<Pod> pod) implements VolumeReclaimFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.recycled(this);
        }
    }

    /**
     * The pod that was to scrub its storage failed.
     *
     * @param message what its status says of it
     */
    record RecyclingFailed(Ref<PersistentVolume> about, Ref<Pod> pod, String message) implements VolumeReclaimFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.recyclingFailed(this);
        }
    }

    /** A pod that is not its recycler has the name of it, and is deleted first. */
    record RecyclerNameTaken(Ref<PersistentVolume> about, Ref<Pod> pod) implements VolumeReclaimFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.recyclerNameTaken(this);
        }
    }
}
