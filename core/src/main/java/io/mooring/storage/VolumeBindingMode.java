package io.mooring.storage;

/**
 * When a claim is bound. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code storage/v1 VolumeBindingMode}.
 */
public record VolumeBindingMode(String value) {
    /** As soon as it is there; the default. */
    public static final VolumeBindingMode IMMEDIATE = new VolumeBindingMode("Immediate");

    /** When a pod that uses it is scheduled. */
    public static final VolumeBindingMode WAIT_FOR_FIRST_CONSUMER = new VolumeBindingMode("WaitForFirstConsumer");

    @Override
    public String toString() {
        return value;
    }
}
