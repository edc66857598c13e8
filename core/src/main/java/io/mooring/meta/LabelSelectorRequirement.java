package io.mooring.meta;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** One demand on one label. Kubernetes: {@code meta/v1 LabelSelectorRequirement}. */
@Value.Immutable
@MooringStyle
public sealed interface LabelSelectorRequirement extends WithLabelSelectorRequirement
        permits ImmutableLabelSelectorRequirement {
    /** The label's name. */
    @Value.Default
    default String key() {
        return "";
    }

    /** {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}. */
    @Value.Default
    default String operator() {
        return "";
    }

    /** What In and NotIn compare with; empty for the others. */
    List<String> values();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableLabelSelectorRequirement.Builder {
        Builder() {}
    }
}
