package io.mooring.workload;

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

    @Override
    public String toString() {
        return value;
    }
}
