package io.mooring.storage;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A request for storage, and the right to use what serves it. Kubernetes: {@code core/v1 PersistentVolumeClaim}. */
@Value.Immutable
@MooringStyle
public sealed interface PersistentVolumeClaim extends WithPersistentVolumeClaim, KubernetesObject
        permits ImmutablePersistentVolumeClaim {
    /** What Kubernetes calls it. */
    ObjectKind<PersistentVolumeClaim> KIND =
            ObjectKind.of(KnownKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What it asks for. */
    @Value.Default
    default PersistentVolumeClaimSpec spec() {
        return PersistentVolumeClaimSpec.builder().build();
    }

    /** What the controllers say of it. */
    @Value.Default
    default PersistentVolumeClaimStatus status() {
        return PersistentVolumeClaimStatus.builder().build();
    }

    @Override
    default ObjectKind<PersistentVolumeClaim> kind() {
        return KIND;
    }

    @Override
    default PersistentVolumeClaim withStatusOf(KubernetesObject other) {
        return withStatus(((PersistentVolumeClaim) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<PersistentVolumeClaim> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<PersistentVolumeClaim> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    /**
     * Its class: what the beta annotation says, if it is there, else the spec. Absent asks for the default class, and for
     * volumes without a class while there is none; the empty text asks for volumes without a class. Models
     * {@code GetPersistentVolumeClaimClass}, which does not tell the two apart.
     */
    default Optional<String> className() {
        String annotated = metadata().annotations().get(StorageClass.BETA_ANNOTATION);
        return annotated != null ? Optional.of(annotated) : spec().storageClassName();
    }

    /** How much it asks for, in bytes; nothing if it does not say. */
    default Quantity requestedStorage() {
        return spec().resources().requests().getOrDefault("storage", Quantity.ZERO);
    }

    /** How much it has, in bytes, as its status says; nothing while it has no volume. */
    default Quantity actualStorage() {
        return status().capacity().getOrDefault("storage", Quantity.ZERO);
    }

    /** Whether it asks for more than it has. */
    default boolean wantsExpansion() {
        return requestedStorage().compareTo(actualStorage()) > 0;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePersistentVolumeClaim.Builder {
        Builder() {}
    }
}
