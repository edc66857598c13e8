package io.mooring.storage;

import io.mooring.meta.LabelSelector;
import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a claim asks for. Kubernetes: {@code core/v1 PersistentVolumeClaimSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface PersistentVolumeClaimSpec extends WithPersistentVolumeClaimSpec
        permits ImmutablePersistentVolumeClaimSpec {
    /** The modes that the volume must offer, all of them. */
    List<AccessMode> accessModes();

    /** Demands on the volume's labels. */
    Optional<LabelSelector> selector();

    /** How much it asks for. */
    @Value.Default
    default VolumeResourceRequirements resources() {
        return VolumeResourceRequirements.builder().build();
    }

    /** The volume it is bound to, or names beforehand. */
    @Value.Default
    default String volumeName() {
        return "";
    }

    /** The class: absent for the default class, empty for volumes without a class. */
    Optional<String> storageClassName();

    /** What the volume must show itself as; Filesystem by default. */
    Optional<VolumeMode> volumeMode();

    /** What it is to be filled from. */
    Optional<TypedLocalObjectReference> dataSource();

    /** What it is to be filled from, other namespaces and kinds included. */
    Optional<TypedObjectReference> dataSourceRef();

    /** The attributes class wanted. */
    Optional<String> volumeAttributesClassName();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePersistentVolumeClaimSpec.Builder {
        Builder() {}
    }
}
