package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** Which numbers of an Indexed Job are enough. Kubernetes: {@code batch/v1 SuccessPolicyRule}. */
@Value.Immutable
@MooringStyle
public sealed interface SuccessRule extends WithSuccessRule permits ImmutableSuccessRule {
    /** These, written as {@code 1,3-5}; any if it does not say. */
    Optional<String> succeededIndexes();

    /** So many of them; all if it does not say. */
    Optional<Integer> succeededCount();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableSuccessRule.Builder {
        Builder() {}
    }
}
