package io.mooring.storage;

import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What a claim is to be filled from, in its own namespace. Kubernetes: {@code core/v1 TypedLocalObjectReference}. */
@Value.Immutable
@MooringStyle
public sealed interface TypedLocalObjectReference extends WithTypedLocalObjectReference
        permits ImmutableTypedLocalObjectReference {
    /** The API group of the kind; absent for the core group. */
    Optional<String> apiGroup();

    /** The kind. */
    @Value.Default
    default String kind() {
        return "";
    }

    /** The name. */
    @Value.Default
    default String name() {
        return "";
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableTypedLocalObjectReference.Builder {
        Builder() {}
    }
}
