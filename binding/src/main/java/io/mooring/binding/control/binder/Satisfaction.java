package io.mooring.binding.control.binder;

import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a volume that a claim names satisfies it. Models {@code checkVolumeSatisfyClaim}. */
final class Satisfaction {
    private Satisfaction() {}

    /** What speaks against the volume, in upstream's words; the first of upstream's rules that does. */
    static Optional<String> obstacle(PersistentVolume volume, PersistentVolumeClaim claim) {
        if (volume.metadata().isBeingDeleted()) {
            return Optional.of(
                    "the volume is marked for deletion \"" + volume.metadata().name() + "\"");
        }
        if (bytes(volume.spec().capacity().get("storage"))
                < bytes(claim.spec().resources().requests().get("storage"))) {
            return Optional.of("requested PV is too small");
        }
        if (!volume.className().equals(claim.className().orElse(""))) {
            return Optional.of("storageClassName does not match");
        }
        if (!VolumeSighting.haveSameMode(volume, claim)) {
            return Optional.of("incompatible volumeMode");
        }
        return volume.spec().accessModes().containsAll(claim.spec().accessModes())
                ? Optional.empty()
                : Optional.of("incompatible accessMode");
    }

    private static long bytes(@Nullable Quantity quantity) {
        return quantity == null ? 0 : quantity.upstreamValue();
    }
}
