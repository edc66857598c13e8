package io.mooring.testkit.story;

import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Namespace;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumePhase;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What can come about in a story. */
public enum Seen {
    /** A claim has a volume. */
    BOUND(passage -> claims(passage, PersistentVolumeClaim::isBound)),
    /** A volume was made for a claim. */
    PROVISIONED(passage -> volumes(passage, volume -> volume.provisionedBy().isPresent())),
    /** A volume that was kept for a claim's name got that claim. */
    RESERVED(passage ->
            volumes(passage.before(), volume -> volume.spec().claimRef().isPresent() && !volume.isBound())
                    && volumes(passage, PersistentVolume::isBound)),
    /** A claim waits. */
    WAITING(passage -> claims(passage, claim -> !claim.isBound())),
    /** A volume's claim is gone, and the volume is there. */
    RELEASED(passage -> volumes(passage, volume -> volume.isIn(VolumePhase.RELEASED))),
    /** A volume's storage was deleted. */
    STORAGE_DELETED(passage -> passage.before()
            .list(PersistentVolume.KIND)
            .anyMatch(volume -> passage.after()
                            .finding(volume.ref())
                            .filter(VolumeReclaimFinding.StorageDeleted.class::isInstance)
                            .isPresent()
                    || (volume.provisionedBy().isPresent()
                            && passage.after().get(volume.ref()).isEmpty()))),
    /** A claim has lost its volume. */
    LOST(passage -> claims(passage, claim -> claim.isIn(ClaimPhase.LOST))),
    /** A claim that is being deleted is held by who uses it. */
    DELETED_IN_USE(passage -> claims(passage, claim -> claim.metadata().isBeingDeleted())),
    /** A volume is larger than it was. */
    RESIZED(passage -> passage.before()
            .list(PersistentVolume.KIND)
            .anyMatch(volume -> passage.after()
                    .get(volume.ref())
                    .filter(now -> now.storageCapacity().compareTo(volume.storageCapacity()) > 0)
                    .isPresent())),
    /** A pod runs and is ready. */
    POD_READY(passage -> pods(passage.after(), Pod::isReady)),
    /** A pod has no node. */
    POD_WAITS(passage -> pods(passage.after(), pod -> !pod.isPlaced())),
    /** A volume is attached to a node. */
    ATTACHED(passage -> passage.after().list(VolumeAttachment.KIND).anyMatch(VolumeAttachment::isAttached)),
    /** A volume has the attributes of another class than before. */
    MODIFIED(passage -> passage.before()
            .list(PersistentVolume.KIND)
            .anyMatch(volume -> passage.after()
                    .get(volume.ref())
                    .filter(now -> !now.spec()
                            .volumeAttributesClassName()
                            .equals(volume.spec().volumeAttributesClassName()))
                    .isPresent())),
    /** A Job is over. */
    JOB_FINISHED(passage -> passage.after().list(Job.KIND).anyMatch(Job::isFinished)),
    /** A set has all its replicas, and some. */
    SET_READY(passage -> passage.after()
            .list(StatefulSet.KIND)
            .anyMatch(set -> set.status().readyReplicas() > 0
                    && set.spec().replicas().orElse(1) == set.status().readyReplicas())),
    /** A set has fewer pods than before. */
    SCALED_DOWN(passage -> passage.before()
            .list(StatefulSet.KIND)
            .anyMatch(set -> passage.after()
                    .get(set.ref())
                    .filter(now -> now.status().replicas() < set.status().replicas())
                    .isPresent())),
    /** A namespace is gone. */
    NAMESPACE_GONE(passage -> passage.before()
            .list(Namespace.KIND)
            .anyMatch(namespace -> passage.after().get(namespace.ref()).isEmpty())),
    /** A step was refused. */
    REFUSED(passage -> passage.taken().stream().anyMatch(taken -> !taken.isAccepted()));

    @SuppressWarnings("ImmutableEnumChecker") // It keeps nothing.
    private final Predicate<Passage> sees;

    Seen(Predicate<Passage> sees) {
        this.sees = sees;
    }

    /** Its name in small letters. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether it came about in one of these passages. */
    boolean isIn(List<Passage> passages) {
        return passages.stream().anyMatch(sees);
    }

    private static boolean claims(Passage passage, Predicate<PersistentVolumeClaim> are) {
        return passage.after().list(PersistentVolumeClaim.KIND).anyMatch(are);
    }

    private static boolean volumes(Passage passage, Predicate<PersistentVolume> are) {
        return volumes(passage.after(), are);
    }

    private static boolean volumes(Cluster cluster, Predicate<PersistentVolume> are) {
        return cluster.list(PersistentVolume.KIND).anyMatch(are);
    }

    private static boolean pods(Cluster cluster, Predicate<Pod> are) {
        return cluster.list(Pod.KIND).anyMatch(are);
    }
}
