package io.mooring.storage;

import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** How far a change of attributes class has come. Kubernetes: {@code core/v1 ModifyVolumeStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface ModifyVolumeStatus extends WithModifyVolumeStatus permits ImmutableModifyVolumeStatus {
    /** Reads and writes it as Kubernetes does. */
    Schema<ModifyVolumeStatus> CODEC = Schema.of(ModifyVolumeStatus::builder, ModifyVolumeStatus.Builder::build)
            .field(
                    "targetVolumeAttributesClassName",
                    Types.STRING,
                    ModifyVolumeStatus::targetVolumeAttributesClassName,
                    ModifyVolumeStatus.Builder::targetVolumeAttributesClassName)
            .always("status", Types.STRING, ModifyVolumeStatus::status, ModifyVolumeStatus.Builder::status)
            .schema();

    /** The class it changes to. */
    @Value.Default
    default String targetVolumeAttributesClassName() {
        return "";
    }

    /** {@code Pending}, {@code InProgress} or {@code Infeasible}. */
    @Value.Default
    default String status() {
        return "";
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableModifyVolumeStatus.Builder {
        Builder() {}
    }
}
