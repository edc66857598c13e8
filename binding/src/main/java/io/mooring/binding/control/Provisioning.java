package io.mooring.binding.control;

import io.mooring.storage.PersistentVolume;
import java.time.Duration;

/** What came of a request for a volume. */
public sealed interface Provisioning {

    /**
     * Here it is. The cluster fills in the claim, the class, the annotation of its origin and the finalizer.
     *
     * @param volume of any name
     */
    record Provisioned(PersistentVolume volume) implements Provisioning {}

    /**
     * It did not work, and is tried again after a while.
     *
     * @param message for the event on the claim
     */
    record Failed(String message) implements Provisioning {}

    /**
     * It cannot work on the selected node; the scheduler is to choose again.
     *
     * @param message for the event on the claim
     */
    record WrongNode(String message) implements Provisioning {}

    /**
     * It takes its time.
     *
     * @param again when to ask again
     */
    record Delayed(Duration again) implements Provisioning {}
}
