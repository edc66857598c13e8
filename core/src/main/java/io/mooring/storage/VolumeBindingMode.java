package io.mooring.storage;

import io.mooring.schema.Type;
import io.mooring.schema.Types;

/**
 * When a claim is bound. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code storage/v1 VolumeBindingMode}.
 */
public record VolumeBindingMode(String value) {
    /** As soon as it is there; the default. */
    public static final VolumeBindingMode IMMEDIATE = new VolumeBindingMode("Immediate");

    /** When a pod that uses it is scheduled. */
    public static final VolumeBindingMode WAIT_FOR_FIRST_CONSUMER = new VolumeBindingMode("WaitForFirstConsumer");

    /** Reads and writes the plain text. */
    public static final Type<VolumeBindingMode> CODEC = Types.text(VolumeBindingMode::new, VolumeBindingMode::value);

    @Override
    public String toString() {
        return value;
    }
}
