package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import org.immutables.value.Value;

/** A secret in any namespace. Kubernetes: {@code core/v1 SecretReference}. */
@Value.Immutable
@MooringStyle
public sealed interface SecretReference extends WithSecretReference permits ImmutableSecretReference {
    /** Reads and writes it as Kubernetes does. */
    Codec<SecretReference> CODEC = ObjectCodec.of(SecretReference::builder, SecretReference.Builder::build)
            .field("name", Codecs.STRING, SecretReference::name, SecretReference.Builder::name)
            .field("namespace", Codecs.STRING, SecretReference::namespace, SecretReference.Builder::namespace);

    /** Its name. */
    @Value.Default
    default String name() {
        return "";
    }

    /** Its namespace. */
    @Value.Default
    default String namespace() {
        return "";
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableSecretReference.Builder {
        Builder() {}
    }
}
