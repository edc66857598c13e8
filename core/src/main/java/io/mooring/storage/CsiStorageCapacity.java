package io.mooring.storage;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
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
    /** What Kubernetes calls it. */
    ObjectKind<CsiStorageCapacity> KIND = ObjectKind.of(KnownKind.CSI_STORAGE_CAPACITY, CsiStorageCapacity.class);

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
