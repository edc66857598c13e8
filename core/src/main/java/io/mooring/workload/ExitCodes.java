package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How a container of a pod ended. Kubernetes: {@code batch/v1 PodFailurePolicyOnExitCodesRequirement}. */
@Value.Immutable
@MooringStyle
public sealed interface ExitCodes extends WithExitCodes permits ImmutableExitCodes {
    /** Which container; any of them if it does not say. */
    Optional<String> containerName();

    /** {@code In} or {@code NotIn}. */
    @Value.Default
    default String operator() {
        return "";
    }

    /** The codes, in increasing order. A container that ended with 0 did not fail. */
    List<Integer> values();

    /** Whether a container that failed with this code is meant. Models {@code isOnExitCodesOperatorMatching}. */
    default boolean accepts(int code) {
        return switch (operator()) {
            case "In" -> values().contains(code);
            case "NotIn" -> !values().contains(code);
            default -> false;
        };
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableExitCodes.Builder {
        Builder() {}
    }
}
