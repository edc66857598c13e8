package io.mooring.workload;

/**
 * How a set replaces its pods when its template changes. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code apps/v1 StatefulSetUpdateStrategyType}.
 */
public record UpdateStrategyType(String value) {
    /** One after the other, from the last; the default. */
    public static final UpdateStrategyType ROLLING_UPDATE = new UpdateStrategyType("RollingUpdate");

    /** When somebody deletes them. */
    public static final UpdateStrategyType ON_DELETE = new UpdateStrategyType("OnDelete");

    /** All at once, once all are gone; behind a gate that is off by default. */
    public static final UpdateStrategyType RECREATE = new UpdateStrategyType("Recreate");

    @Override
    public String toString() {
        return value;
    }
}
