package io.mooring.workload;

/**
 * When a Job replaces a pod. An open enumeration: besides the constants it can hold any other text, so that admission can refuse it
 * by name. Kubernetes: {@code batch/v1 PodReplacementPolicy}.
 */
public record PodReplacementPolicy(String value) {
    /** Once it is being deleted, or has failed; the default without a policy of failures. */
    public static final PodReplacementPolicy TERMINATING_OR_FAILED = new PodReplacementPolicy("TerminatingOrFailed");

    /** Once it has failed; the default with a policy of failures. */
    public static final PodReplacementPolicy FAILED = new PodReplacementPolicy("Failed");

    @Override
    public String toString() {
        return value;
    }
}
