package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Times;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumePhase;
import io.mooring.workload.Job;
import java.util.List;
import java.util.Optional;

/** What the API server itself writes into an object's metadata. */
final class ServerMetadata {
    private ServerMetadata() {}

    /** A new object: identity and first version. Models {@code rest.BeforeCreate}. */
    static KubernetesObject created(KubernetesObject object, Numbering numbering) {
        ObjectMeta metadata = object.metadata();
        KubernetesObject created = object.withMetadata(ObjectMeta.builder()
                .from(metadata)
                .uid(numbering.uid())
                .creationTimestamp(numbering.now())
                .deletionTimestamp(Optional.empty())
                .deletionGracePeriodSeconds(Optional.empty())
                .resourceVersion(numbering.version())
                .generation(object.countedSpec().isPresent() ? 1 : 0)
                .build());
        return created instanceof Job job ? job.identified() : created;
    }

    /** With the time of the change, if this is a volume whose phase is another than before, or a new volume. */
    static KubernetesObject phaseDated(
            Optional<KubernetesObject> stored, KubernetesObject object, Numbering numbering) {
        if (!(object instanceof PersistentVolume volume)) {
            return object;
        }
        Optional<VolumePhase> before = stored.map(PersistentVolume.class::cast)
                .flatMap(old -> old.status().phase());
        if (before.equals(volume.status().phase())) {
            return object;
        }
        return volume.withStatus(volume.status().withLastPhaseTransitionTime(numbering.now()));
    }

    /** A changed object: the stored identity, the next version, one more generation if it wants something else. */
    static KubernetesObject updated(KubernetesObject stored, KubernetesObject object, Numbering numbering) {
        KubernetesObject kept = identityOf(stored, object);
        long generation = stored.metadata().generation() + (!kept.countedSpec().equals(stored.countedSpec()) ? 1 : 0);
        return kept.withMetadata(kept.metadata().withGeneration(generation).withResourceVersion(numbering.version()));
    }

    /** {@code object} with everything in its metadata that a write cannot change. */
    static KubernetesObject identityOf(KubernetesObject stored, KubernetesObject object) {
        ObjectMeta old = stored.metadata();
        return object.withMetadata(object.metadata()
                .withUid(old.uid())
                .withCreationTimestamp(old.creationTimestamp())
                .withDeletionTimestamp(old.deletionTimestamp())
                .withDeletionGracePeriodSeconds(old.deletionGracePeriodSeconds())
                .withGeneration(old.generation())
                .withResourceVersion(old.resourceVersion()));
    }

    /** A deleted object that has to wait. Models {@code rest.BeforeDelete} and {@code markAsDeleting}. */
    static KubernetesObject deleting(
            KubernetesObject object, List<String> finalizers, long gracePeriodSeconds, Numbering numbering) {
        ObjectMeta old = object.metadata();
        boolean isFirst = old.deletionGracePeriodSeconds().isEmpty();
        return object.withMetadata(ObjectMeta.builder()
                .from(old.withFinalizers(finalizers))
                .deletionTimestamp(Times.after(old.deletionAskedFor().orElse(numbering.now()), gracePeriodSeconds))
                .deletionGracePeriodSeconds(gracePeriodSeconds)
                .generation(old.generation() + (isFirst && old.generation() > 0 ? 1 : 0))
                .resourceVersion(numbering.version())
                .build());
    }
}
