package io.mooring.storage;

import io.mooring.meta.ObjectReference;
import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a volume is. Kubernetes: {@code core/v1 PersistentVolumeSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface PersistentVolumeSpec extends WithPersistentVolumeSpec permits ImmutablePersistentVolumeSpec {
    /** How much it holds; {@code storage}, in bytes, is the one resource. */
    Map<String, Quantity> capacity();

    /** Where the bytes are. One source; none or several are carried so that admission can refuse them. */
    List<VolumeSource> sources();

    /** How it may be mounted. */
    List<AccessMode> accessModes();

    /** The claim it is bound to or kept for. */
    Optional<ObjectReference> claimRef();

    /** What becomes of it when its claim is gone; Retain by default. */
    Optional<ReclaimPolicy> persistentVolumeReclaimPolicy();

    /** Its class; empty for none. */
    @Value.Default
    default String storageClassName() {
        return "";
    }

    /** Options for mounting, not checked. */
    List<String> mountOptions();

    /** What it shows itself as; Filesystem by default. */
    Optional<VolumeMode> volumeMode();

    /** Which nodes can reach it. */
    Optional<VolumeNodeAffinity> nodeAffinity();

    /** Its attributes class. */
    Optional<String> volumeAttributesClassName();

    /** The source, where there is exactly one. */
    default Optional<VolumeSource> source() {
        return sources().size() == 1 ? Optional.of(sources().get(0)) : Optional.empty();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePersistentVolumeSpec.Builder {
        Builder() {}
    }
}
