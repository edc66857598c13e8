package io.mooring.storage;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import java.util.Optional;
import org.immutables.value.Value;

/** What a claim is to be filled from, in its own namespace. Kubernetes: {@code core/v1 TypedLocalObjectReference}. */
@Value.Immutable
@MooringStyle
public sealed interface TypedLocalObjectReference extends WithTypedLocalObjectReference
        permits ImmutableTypedLocalObjectReference {
    /** Reads and writes it as Kubernetes does. */
    Codec<TypedLocalObjectReference> CODEC = ObjectCodec.of(
                    TypedLocalObjectReference::builder, TypedLocalObjectReference.Builder::build)
            .optionalOrNull(
                    "apiGroup",
                    Codecs.STRING,
                    TypedLocalObjectReference::apiGroup,
                    TypedLocalObjectReference.Builder::apiGroup)
            .always("kind", Codecs.STRING, TypedLocalObjectReference::kind, TypedLocalObjectReference.Builder::kind)
            .always("name", Codecs.STRING, TypedLocalObjectReference::name, TypedLocalObjectReference.Builder::name);

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
