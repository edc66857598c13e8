package io.mooring.admission.metadata;

import io.mooring.meta.ObjectMeta;
import java.util.Optional;

/** The metadata that the API server keeps in its own hand. Models {@code BeforeCreate} and {@code BeforeUpdate}. */
public final class SystemMetadata {
    private SystemMetadata() {}

    /** Without what a user may not set on a new object. */
    public static ObjectMeta wiped(ObjectMeta metadata) {
        return Owners.once(metadata)
                .withUid("")
                .withCreationTimestamp(Optional.empty())
                .withDeletionTimestamp(Optional.empty())
                .withDeletionGracePeriodSeconds(Optional.empty())
                .withSelfLink("");
    }

    /** With what an update leaves as it is stored. */
    public static ObjectMeta kept(ObjectMeta stored, ObjectMeta updated) {
        ObjectMeta kept = Owners.once(updated)
                .withGeneration(stored.generation())
                .withUid(updated.uid().isEmpty() ? stored.uid() : updated.uid())
                .withResourceVersion(stored.resourceVersion())
                .withSelfLink("");
        if (stored.creationTimestamp().isPresent()) {
            kept = kept.withCreationTimestamp(stored.creationTimestamp());
        }
        if (stored.deletionTimestamp().isPresent()) {
            kept = kept.withDeletionTimestamp(stored.deletionTimestamp());
        }
        if (kept.deletionGracePeriodSeconds().isEmpty()) {
            kept = kept.withDeletionGracePeriodSeconds(stored.deletionGracePeriodSeconds());
        }
        return kept;
    }
}
