package io.mooring.binding.control;

/** What came of a request to delete a volume's storage. */
public sealed interface StorageDeletion {

    /** It is deleted. */
    record Deleted() implements StorageDeletion {}

    /**
     * It did not work, and is tried again after a while.
     *
     * @param message for the event on the volume
     */
    record Failed(String message) implements StorageDeletion {}
}
