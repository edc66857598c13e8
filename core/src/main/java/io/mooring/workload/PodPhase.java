package io.mooring.workload;

import io.mooring.schema.Type;
import io.mooring.schema.Types;

/**
 * Where a pod is in its life. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code core/v1 PodPhase}.
 */
public record PodPhase(String value) {
    /** Not running yet. */
    public static final PodPhase PENDING = new PodPhase("Pending");

    /** On its node. */
    public static final PodPhase RUNNING = new PodPhase("Running");

    /** Ended well. */
    public static final PodPhase SUCCEEDED = new PodPhase("Succeeded");

    /** Ended badly. */
    public static final PodPhase FAILED = new PodPhase("Failed");

    /** Not heard of. */
    public static final PodPhase UNKNOWN = new PodPhase("Unknown");

    /** Reads and writes the plain text. */
    public static final Type<PodPhase> CODEC = Types.text(PodPhase::new, PodPhase::value);

    @Override
    public String toString() {
        return value;
    }
}
