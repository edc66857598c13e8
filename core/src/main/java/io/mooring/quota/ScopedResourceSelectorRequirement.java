package io.mooring.quota;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** One demand on one scope of an object. Kubernetes: {@code core/v1 ScopedResourceSelectorRequirement}. */
@Value.Immutable
@MooringStyle
public sealed interface ScopedResourceSelectorRequirement extends WithScopedResourceSelectorRequirement
        permits ImmutableScopedResourceSelectorRequirement {
    /** The scope, such as {@code VolumeAttributesClass}. */
    @Value.Default
    default String scopeName() {
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
    final class Builder extends ImmutableScopedResourceSelectorRequirement.Builder {
        Builder() {}
    }
}
