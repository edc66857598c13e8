package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** When an Indexed Job has succeeded before all its numbers have. Kubernetes: {@code batch/v1 SuccessPolicy}. */
@Value.Immutable
@MooringStyle
public sealed interface SuccessPolicy extends WithSuccessPolicy permits ImmutableSuccessPolicy {
    /** Any of them is enough. */
    List<SuccessRule> rules();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableSuccessPolicy.Builder {
        Builder() {}
    }
}
