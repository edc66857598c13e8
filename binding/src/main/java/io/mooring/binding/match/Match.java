package io.mooring.binding.match;

import io.mooring.storage.PersistentVolume;
import java.util.Optional;

/** What a search found. */
public sealed interface Match {

    /** The volume that the claim gets; empty if it gets none. */
    default Optional<PersistentVolume> found() {
        return this instanceof Matched matched ? Optional.of(matched.volume()) : Optional.empty();
    }

    /** The claim gets this volume. */
    record Matched(PersistentVolume volume, Why why) implements Match {}

    /** No volume does; {@link VolumeMatcher#examine} tells of each why. */
    record Unmatched() implements Match {}

    /**
     * A volume is reserved for the claim, but the scheduler's node cannot reach it; no other volume is considered then.
     */
    record Blocked(PersistentVolume reserved, Mismatch.NotReachable mismatch) implements Match {}

    /** Why a volume was chosen. */
    enum Why {
        /** Its claimRef names the claim. */
        RESERVED,

        /** It goes before the others in the order of choice: see {@link VolumeMatcher}. */
        FIRST_THAT_FITS
    }
}
