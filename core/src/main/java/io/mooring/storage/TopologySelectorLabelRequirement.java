package io.mooring.storage;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** One demand on one topology label. Kubernetes: {@code core/v1 TopologySelectorLabelRequirement}. */
@Value.Immutable
@MooringStyle
public sealed interface TopologySelectorLabelRequirement extends WithTopologySelectorLabelRequirement
        permits ImmutableTopologySelectorLabelRequirement {
    /** The label's name. */
    @Value.Default
    default String key() {
        return "";
    }

    /** The values allowed. */
    List<String> values();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableTopologySelectorLabelRequirement.Builder {
        Builder() {}
    }
}
