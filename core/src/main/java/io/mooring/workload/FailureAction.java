package io.mooring.workload;

/**
 * What a Job makes of a pod that failed in some way. An open enumeration: besides the constants it can hold any other text, so that
 * admission can refuse it by name. Kubernetes: {@code batch/v1 PodFailurePolicyAction}.
 */
public record FailureAction(String value) {
    /** The Job has failed, and its pods that run go. */
    public static final FailureAction FAIL_JOB = new FailureAction("FailJob");

    /** The pod's number has failed, and is not tried again. */
    public static final FailureAction FAIL_INDEX = new FailureAction("FailIndex");

    /** The failure does not count, and another pod is made. */
    public static final FailureAction IGNORE = new FailureAction("Ignore");

    /** The failure counts, as it does where no rule speaks of it. */
    public static final FailureAction COUNT = new FailureAction("Count");

    @Override
    public String toString() {
        return value;
    }
}
