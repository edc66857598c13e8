package io.mooring.storage;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Attributes of a volume that a driver can change while it is in use. Kubernetes: {@code storage/v1
 * VolumeAttributesClass}.
 */
@Value.Immutable
@MooringStyle
public sealed interface VolumeAttributesClass extends WithVolumeAttributesClass, KubernetesObject
        permits ImmutableVolumeAttributesClass {
    /** Reads and writes it as Kubernetes does. */
    Codec<VolumeAttributesClass> CODEC = ObjectCodec.of(
                    VolumeAttributesClass::builder, VolumeAttributesClass.Builder::build)
            .constant("apiVersion", "storage.k8s.io/v1")
            .constant("kind", "VolumeAttributesClass")
            .always(
                    "metadata",
                    ObjectMeta.CODEC,
                    VolumeAttributesClass::metadata,
                    VolumeAttributesClass.Builder::metadata)
            .always(
                    "driverName",
                    Codecs.STRING,
                    VolumeAttributesClass::driverName,
                    VolumeAttributesClass.Builder::driverName)
            .map(
                    "parameters",
                    Codecs.STRING,
                    VolumeAttributesClass::parameters,
                    VolumeAttributesClass.Builder::parameters);

    /** What Kubernetes calls it and how it is read and written. */
    ObjectKind<VolumeAttributesClass> KIND = new ObjectKind<>(
            "storage.k8s.io/v1",
            "VolumeAttributesClass",
            "volumeattributesclasses",
            false,
            VolumeAttributesClass.class,
            CODEC);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** The CSI driver. */
    @Value.Default
    default String driverName() {
        return "";
    }

    /** The attributes. */
    Map<String, String> parameters();

    @Override
    default ObjectKind<VolumeAttributesClass> kind() {
        return KIND;
    }

    @Override
    default VolumeAttributesClass withStatusOf(KubernetesObject other) {
        return this;
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<VolumeAttributesClass> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<VolumeAttributesClass> ref(String name) {
        return KIND.ref("", name);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableVolumeAttributesClass.Builder {
        Builder() {}
    }
}
