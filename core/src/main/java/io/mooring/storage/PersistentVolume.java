package io.mooring.storage;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A piece of storage in the cluster. Kubernetes: {@code core/v1 PersistentVolume}. */
@Value.Immutable
@MooringStyle
public sealed interface PersistentVolume extends WithPersistentVolume, KubernetesObject
        permits ImmutablePersistentVolume {
    /** What Kubernetes calls it. */
    ObjectKind<PersistentVolume> KIND = ObjectKind.of(KnownKind.PERSISTENT_VOLUME, PersistentVolume.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What it is. */
    @Value.Default
    default PersistentVolumeSpec spec() {
        return PersistentVolumeSpec.builder().build();
    }

    /** What the controller says of it. */
    @Value.Default
    default PersistentVolumeStatus status() {
        return PersistentVolumeStatus.builder().build();
    }

    @Override
    default ObjectKind<PersistentVolume> kind() {
        return KIND;
    }

    @Override
    default PersistentVolume withStatusOf(KubernetesObject other) {
        return withStatus(((PersistentVolume) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<PersistentVolume> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<PersistentVolume> ref(String name) {
        return KIND.ref("", name);
    }

    /**
     * Its class: what the beta annotation says, if it is there, else the spec; empty for none. Models
     * {@code GetPersistentVolumeClass}.
     */
    default String className() {
        String annotated = metadata().annotations().get(StorageClass.BETA_ANNOTATION);
        return annotated != null ? annotated : spec().storageClassName();
    }

    /** How much it holds, in bytes; nothing if it does not say. */
    default Quantity storageCapacity() {
        return spec().capacity().getOrDefault("storage", Quantity.ZERO);
    }

    /**
     * Whether it is meant for this claim: it names the claim, by its uid or without one. Models {@code
     * IsVolumeBoundToClaim} of component-helpers.
     */
    default boolean isReservedFor(PersistentVolumeClaim claim) {
        return claimRefTo(claim)
                .filter(reference -> reference.uid().isEmpty()
                        || reference.uid().equals(claim.metadata().uid()))
                .isPresent();
    }

    /** Whether it names this very claim, by its uid. Unlike a reservation, this is no claim's that comes later. */
    default boolean isHeldBy(PersistentVolumeClaim claim) {
        return claimRefTo(claim)
                .filter(reference -> reference.uid().equals(claim.metadata().uid()))
                .isPresent();
    }

    private Optional<ObjectReference> claimRefTo(PersistentVolumeClaim claim) {
        return spec().claimRef().filter(reference -> reference.isNamesakeOf(claim.metadata()));
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePersistentVolume.Builder {
        Builder() {}
    }
}
