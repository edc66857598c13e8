package io.mooring.meta;

import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** Another object, as far as known. Kubernetes: {@code core/v1 ObjectReference}. */
@Value.Immutable
@MooringStyle
public sealed interface ObjectReference extends WithObjectReference permits ImmutableObjectReference {
    /** Its kind. */
    @Value.Default
    default String kind() {
        return "";
    }

    /** Its namespace. */
    @Value.Default
    default String namespace() {
        return "";
    }

    /** Its name. */
    @Value.Default
    default String name() {
        return "";
    }

    /** Its uid; empty if only the name is known. */
    @Value.Default
    default String uid() {
        return "";
    }

    /** Its API version. */
    @Value.Default
    default String apiVersion() {
        return "";
    }

    /** Its version when referred to. */
    @Value.Default
    default String resourceVersion() {
        return "";
    }

    /** The part meant. */
    @Value.Default
    default String fieldPath() {
        return "";
    }

    /** Whether the object has the namespace and the name referred to; its uid may be another's. */
    default boolean isNamesakeOf(ObjectMeta object) {
        return name().equals(object.name()) && namespace().equals(object.namespace());
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableObjectReference.Builder {
        Builder() {}
    }
}
