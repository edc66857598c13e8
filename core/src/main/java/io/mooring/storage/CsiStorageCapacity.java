package io.mooring.storage;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How much a driver can still provision for a class in a part of the cluster. Kubernetes: {@code storage/v1
 * CSIStorageCapacity}.
 */
@Value.Immutable
@MooringStyle
public sealed interface CsiStorageCapacity extends WithCsiStorageCapacity, KubernetesObject
        permits ImmutableCsiStorageCapacity {
    /** Reads and writes it as Kubernetes does. */
    Codec<CsiStorageCapacity> CODEC = ObjectCodec.of(CsiStorageCapacity::builder, CsiStorageCapacity.Builder::build)
            .constant("apiVersion", "storage.k8s.io/v1")
            .constant("kind", "CSIStorageCapacity")
            .always("metadata", ObjectMeta.CODEC, CsiStorageCapacity::metadata, CsiStorageCapacity.Builder::metadata)
            .optional(
                    "nodeTopology",
                    LabelSelector.CODEC,
                    CsiStorageCapacity::nodeTopology,
                    CsiStorageCapacity.Builder::nodeTopology)
            .always(
                    "storageClassName",
                    Codecs.STRING,
                    CsiStorageCapacity::storageClassName,
                    CsiStorageCapacity.Builder::storageClassName)
            .optional("capacity", Codecs.QUANTITY, CsiStorageCapacity::capacity, CsiStorageCapacity.Builder::capacity)
            .optional(
                    "maximumVolumeSize",
                    Codecs.QUANTITY,
                    CsiStorageCapacity::maximumVolumeSize,
                    CsiStorageCapacity.Builder::maximumVolumeSize);

    /** What Kubernetes calls it and how it is read and written. */
    ObjectKind<CsiStorageCapacity> KIND = new ObjectKind<>(
            "storage.k8s.io/v1", "CSIStorageCapacity", "csistoragecapacities", true, CsiStorageCapacity.class, CODEC);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** Which nodes; absent for none. */
    Optional<LabelSelector> nodeTopology();

    /** For which class. */
    @Value.Default
    default String storageClassName() {
        return "";
    }

    /** How many bytes are left in all. */
    Optional<Quantity> capacity();

    /** How many bytes one volume may have. */
    Optional<Quantity> maximumVolumeSize();

    @Override
    default ObjectKind<CsiStorageCapacity> kind() {
        return KIND;
    }

    @Override
    default CsiStorageCapacity withStatusOf(KubernetesObject other) {
        return this;
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<CsiStorageCapacity> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<CsiStorageCapacity> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableCsiStorageCapacity.Builder {
        Builder() {}
    }
}
