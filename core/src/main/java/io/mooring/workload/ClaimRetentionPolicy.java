package io.mooring.workload;

/**
 * What becomes of a set's claims. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code apps/v1 PersistentVolumeClaimRetentionPolicyType}.
 */
public record ClaimRetentionPolicy(String value) {
    /** They stay; the default. */
    public static final ClaimRetentionPolicy RETAIN = new ClaimRetentionPolicy("Retain");

    /** They go. */
    public static final ClaimRetentionPolicy DELETE = new ClaimRetentionPolicy("Delete");

    @Override
    public String toString() {
        return value;
    }
}
