package io.mooring.workload;

/**
 * What a CronJob does when it is time and its last Job still runs. An open enumeration: besides the constants it can hold any other
 * text, so that admission can refuse it by name. Kubernetes: {@code batch/v1 ConcurrencyPolicy}.
 */
public record ConcurrencyPolicy(String value) {
    /** Both run; the default. */
    public static final ConcurrencyPolicy ALLOW = new ConcurrencyPolicy("Allow");

    /** The new one is left out. */
    public static final ConcurrencyPolicy FORBID = new ConcurrencyPolicy("Forbid");

    /** The new one takes the place of the old one. */
    public static final ConcurrencyPolicy REPLACE = new ConcurrencyPolicy("Replace");

    @Override
    public String toString() {
        return value;
    }
}
