package io.mooring.binding.match;

import io.mooring.storage.PersistentVolume;
import java.util.Optional;

/** What a search found. */
public sealed interface Match {

    /** The volume that the claim gets; empty if it gets none. */
    Optional<PersistentVolume> found();

    /** The claim gets this volume. */
    record Matched(PersistentVolume volume, Reason reason) implements Match {
        @Override
        public Optional<PersistentVolume> found() {
            return Optional.of(volume);
        }
    }

    /** No volume does; {@link VolumeMatcher#evaluate} says of each why. */
    record Unmatched() implements Match {
        @Override
        public Optional<PersistentVolume> found() {
            return Optional.empty();
        }
    }

    /**
     * A volume is reserved for the claim, but the scheduler's node cannot reach it. The claim gets no other volume on that
     * node.
     */
    record Blocked(PersistentVolume reserved, Mismatch.NotReachable mismatch) implements Match {
        @Override
        public Optional<PersistentVolume> found() {
            return Optional.empty();
        }
    }

    /** Why this volume and no other. */
    enum Reason {
        /** Its claimRef names the claim. */
        RESERVED,

        /** It comes before the others that fit in the order of choice: see {@link VolumeMatcher}. */
        FIRST_THAT_FITS
    }
}
