package io.mooring.binding.match;

import io.mooring.quantity.Quantity;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeMode;
import java.util.Optional;

/**
 * What Kubernetes asks of a volume that a claim names and that nobody has, in the order in which it asks. It asks
 * less than a search does: not after labels, phase or node.
 *
 * <p>Models {@code checkVolumeSatisfyClaim}, v1.37.
 */
public enum NamedVolumeRule {
    /** 1. It is not being deleted. */
    NOT_BEING_DELETED {
        @Override
        public Optional<Mismatch> check(PersistentVolumeClaim claim, PersistentVolume volume, Semantics semantics) {
            return volume.metadata().deletionTimestamp().map(Mismatch.BeingDeleted::new);
        }
    },

    /** 2. It holds at least what the claim requests, both in whole bytes of an int64, or exactly. */
    CAPACITY {
        @Override
        public Optional<Mismatch> check(PersistentVolumeClaim claim, PersistentVolume volume, Semantics semantics) {
            Quantity requested = claim.requestedStorage();
            Quantity available = volume.storageCapacity();
            boolean isTooSmall = semantics.has(Behaviour.NAMED_VOLUME_SIZE_IS_EXACT)
                    ? available.compareTo(requested) < 0
                    : semantics.value(available) < semantics.value(requested);
            return isTooSmall ? Optional.of(new Mismatch.CapacityTooSmall(requested, available)) : Optional.empty();
        }
    },

    /** 3. It is of the claim's class. */
    CLASS {
        @Override
        public Optional<Mismatch> check(PersistentVolumeClaim claim, PersistentVolume volume, Semantics semantics) {
            String requested = claim.className().orElse("");
            return volume.className().equals(requested)
                    ? Optional.empty()
                    : Optional.of(new Mismatch.ClassDiffers(requested, volume.className()));
        }
    },

    /** 4. It is of the claim's attributes class; none counts as an empty name. */
    ATTRIBUTES_CLASS {
        @Override
        public Optional<Mismatch> check(PersistentVolumeClaim claim, PersistentVolume volume, Semantics semantics) {
            String requested = claim.attributesClassName();
            return volume.attributesClassName().equals(requested)
                    ? Optional.empty()
                    : Optional.of(new Mismatch.AttributesClassDiffers(requested, volume.attributesClassName()));
        }
    },

    /** 5. Both are a file system or both a block device; a file system is the default. */
    VOLUME_MODE {
        @Override
        public Optional<Mismatch> check(PersistentVolumeClaim claim, PersistentVolume volume, Semantics semantics) {
            VolumeMode requested = claim.volumeMode();
            VolumeMode offered = volume.volumeMode();
            return offered.equals(requested)
                    ? Optional.empty()
                    : Optional.of(new Mismatch.VolumeModeDiffers(requested, offered));
        }
    },

    /** 6. It offers every access mode asked for. */
    ACCESS_MODES {
        @Override
        public Optional<Mismatch> check(PersistentVolumeClaim claim, PersistentVolume volume, Semantics semantics) {
            Mismatch.AccessModesNotOffered mismatch = new Mismatch.AccessModesNotOffered(
                    claim.spec().accessModes(), volume.spec().accessModes());
            return mismatch.missing().isEmpty() ? Optional.empty() : Optional.of(mismatch);
        }
    };

    /** Why the volume does not satisfy the claim by this rule in this Kubernetes; empty if it does. */
    public abstract Optional<Mismatch> check(PersistentVolumeClaim claim, PersistentVolume volume, Semantics semantics);
}
