package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a Job makes of pods that failed in one way. Kubernetes: {@code batch/v1 PodFailurePolicyRule}. */
@Value.Immutable
@MooringStyle
public sealed interface PodFailureRule extends WithPodFailureRule permits ImmutablePodFailureRule {
    /** What is made of them. */
    @Value.Default
    default FailureAction action() {
        return new FailureAction("");
    }

    /** How their containers ended; either this or conditions. */
    Optional<ExitCodes> onExitCodes();

    /** What was observed of them, one of these; either this or exit codes. */
    List<PodConditionPattern> onPodConditions();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePodFailureRule.Builder {
        Builder() {}
    }
}
