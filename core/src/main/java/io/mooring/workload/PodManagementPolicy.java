package io.mooring.workload;

/**
 * In which order a set makes its pods. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code apps/v1 PodManagementPolicyType}.
 */
public record PodManagementPolicy(String value) {
    /** One after the other, each when the one before is ready; the default. */
    public static final PodManagementPolicy ORDERED_READY = new PodManagementPolicy("OrderedReady");

    /** All at once. */
    public static final PodManagementPolicy PARALLEL = new PodManagementPolicy("Parallel");

    @Override
    public String toString() {
        return value;
    }
}
