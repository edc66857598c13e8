package io.mooring.storage;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
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
    /** What Kubernetes calls it. */
    ObjectKind<VolumeAttributesClass> KIND =
            ObjectKind.of(KnownKind.VOLUME_ATTRIBUTES_CLASS, VolumeAttributesClass.class);

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
