package io.mooring.storage;

import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import java.util.Map;
import org.immutables.value.Value;

/** How much a claim asks for. Kubernetes: {@code core/v1 VolumeResourceRequirements}. */
@Value.Immutable
@MooringStyle
public sealed interface VolumeResourceRequirements extends WithVolumeResourceRequirements
        permits ImmutableVolumeResourceRequirements {
    /** Reads and writes it as Kubernetes does. */
    Codec<VolumeResourceRequirements> CODEC = ObjectCodec.of(
                    VolumeResourceRequirements::builder, VolumeResourceRequirements.Builder::build)
            .map(
                    "limits",
                    Codecs.QUANTITY,
                    VolumeResourceRequirements::limits,
                    VolumeResourceRequirements.Builder::limits)
            .map(
                    "requests",
                    Codecs.QUANTITY,
                    VolumeResourceRequirements::requests,
                    VolumeResourceRequirements.Builder::requests);

    /** How much it may have at most; without effect on matching. */
    Map<String, Quantity> limits();

    /** How much it needs; {@code storage}, in bytes. */
    Map<String, Quantity> requests();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableVolumeResourceRequirements.Builder {
        Builder() {}
    }
}
