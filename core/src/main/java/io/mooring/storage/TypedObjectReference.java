package io.mooring.storage;

import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What a claim is to be filled from. Kubernetes: {@code core/v1 TypedObjectReference}. */
@Value.Immutable
@MooringStyle
public sealed interface TypedObjectReference extends WithTypedObjectReference permits ImmutableTypedObjectReference {
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

    /** The namespace; absent for the claim's own. */
    Optional<String> namespace();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableTypedObjectReference.Builder {
        Builder() {}
    }
}
