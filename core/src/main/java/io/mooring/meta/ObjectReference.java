package io.mooring.meta;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import org.immutables.value.Value;

/** Another object, as far as known. Kubernetes: {@code core/v1 ObjectReference}. */
@Value.Immutable
@MooringStyle
public sealed interface ObjectReference extends WithObjectReference permits ImmutableObjectReference {
    /** Reads and writes it as Kubernetes does. */
    Codec<ObjectReference> CODEC = ObjectCodec.of(ObjectReference::builder, ObjectReference.Builder::build)
            .field("kind", Codecs.STRING, ObjectReference::kind, ObjectReference.Builder::kind)
            .field("namespace", Codecs.STRING, ObjectReference::namespace, ObjectReference.Builder::namespace)
            .field("name", Codecs.STRING, ObjectReference::name, ObjectReference.Builder::name)
            .field("uid", Codecs.STRING, ObjectReference::uid, ObjectReference.Builder::uid)
            .field("apiVersion", Codecs.STRING, ObjectReference::apiVersion, ObjectReference.Builder::apiVersion)
            .field(
                    "resourceVersion",
                    Codecs.STRING,
                    ObjectReference::resourceVersion,
                    ObjectReference.Builder::resourceVersion)
            .field("fieldPath", Codecs.STRING, ObjectReference::fieldPath, ObjectReference.Builder::fieldPath);

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
