package io.mooring.workload;

import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;

/**
 * What becomes of a set's claims. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code apps/v1 PersistentVolumeClaimRetentionPolicyType}.
 */
public record ClaimRetentionPolicy(String value) {
    /** They stay; the default. */
    public static final ClaimRetentionPolicy RETAIN = new ClaimRetentionPolicy("Retain");

    /** They go. */
    public static final ClaimRetentionPolicy DELETE = new ClaimRetentionPolicy("Delete");

    /** Reads and writes the plain text. */
    public static final Codec<ClaimRetentionPolicy> CODEC =
            Codecs.text(ClaimRetentionPolicy::new, ClaimRetentionPolicy::value);

    @Override
    public String toString() {
        return value;
    }
}
