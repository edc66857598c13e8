package io.mooring.binding.control;

import java.util.Objects;
import java.util.Optional;

/** What came of a request to delete a volume's storage. */
public sealed interface StorageDeletion {

    /** Why the storage is still there; empty if it is gone. */
    Optional<String> failure();

    /** It is deleted. */
    record Deleted() implements StorageDeletion {
        @Override
        public Optional<String> failure() {
            return Optional.empty();
        }
    }

    /**
     * It did not work, and is tried again after a while.
     *
     * @param message for the event on the volume
     */
    record Failed(String message) implements StorageDeletion {
        public Failed {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public Optional<String> failure() {
            return Optional.of(message);
        }
    }
}
