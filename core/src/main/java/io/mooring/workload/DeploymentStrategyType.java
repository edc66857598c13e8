package io.mooring.workload;

/**
 * How a Deployment replaces its pods when its template changes. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code apps/v1 DeploymentStrategyType}.
 */
public record DeploymentStrategyType(String value) {
    /** New pods come while old ones go; the default. */
    public static final DeploymentStrategyType ROLLING_UPDATE = new DeploymentStrategyType("RollingUpdate");

    /** All old pods go first. */
    public static final DeploymentStrategyType RECREATE = new DeploymentStrategyType("Recreate");

    @Override
    public String toString() {
        return value;
    }
}
