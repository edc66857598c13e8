package io.mooring.storage;

import io.mooring.meta.LabelSelector;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a claim asks for. Kubernetes: {@code core/v1 PersistentVolumeClaimSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface PersistentVolumeClaimSpec extends WithPersistentVolumeClaimSpec
        permits ImmutablePersistentVolumeClaimSpec {
    /** Reads and writes it as Kubernetes does. */
    Schema<PersistentVolumeClaimSpec> CODEC = Schema.of(
                    PersistentVolumeClaimSpec::builder, PersistentVolumeClaimSpec.Builder::build)
            .list(
                    "accessModes",
                    AccessMode.CODEC,
                    PersistentVolumeClaimSpec::accessModes,
                    PersistentVolumeClaimSpec.Builder::accessModes)
            .optional(
                    "selector",
                    LabelSelector.CODEC,
                    PersistentVolumeClaimSpec::selector,
                    PersistentVolumeClaimSpec.Builder::selector)
            .always(
                    "resources",
                    VolumeResourceRequirements.CODEC,
                    PersistentVolumeClaimSpec::resources,
                    PersistentVolumeClaimSpec.Builder::resources)
            .field(
                    "volumeName",
                    Types.STRING,
                    PersistentVolumeClaimSpec::volumeName,
                    PersistentVolumeClaimSpec.Builder::volumeName)
            .optional(
                    "storageClassName",
                    Types.STRING,
                    PersistentVolumeClaimSpec::storageClassName,
                    PersistentVolumeClaimSpec.Builder::storageClassName)
            .optional(
                    "volumeMode",
                    VolumeMode.CODEC,
                    PersistentVolumeClaimSpec::volumeMode,
                    PersistentVolumeClaimSpec.Builder::volumeMode)
            .optional(
                    "dataSource",
                    TypedLocalObjectReference.CODEC,
                    PersistentVolumeClaimSpec::dataSource,
                    PersistentVolumeClaimSpec.Builder::dataSource)
            .optional(
                    "dataSourceRef",
                    TypedObjectReference.CODEC,
                    PersistentVolumeClaimSpec::dataSourceRef,
                    PersistentVolumeClaimSpec.Builder::dataSourceRef)
            .optional(
                    "volumeAttributesClassName",
                    Types.STRING,
                    PersistentVolumeClaimSpec::volumeAttributesClassName,
                    PersistentVolumeClaimSpec.Builder::volumeAttributesClassName)
            .schema();

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
