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

    @Override
    public String toString() {
        return value;
    }
}
