package io.mooring.storage;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/** What a CSI driver does and wants. Kubernetes: {@code storage/v1 CSIDriverSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface CsiDriverSpec extends WithCsiDriverSpec permits ImmutableCsiDriverSpec {
    /** Whether its volumes are attached to a node before they are mounted there. */
    Optional<Boolean> attachRequired();

    /** Whether it publishes how much it can still provision. */
    Optional<Boolean> storageCapacity();

    /** Whether a pod with its volumes is kept from nodes without it. */
    Optional<Boolean> preventPodSchedulingIfMissing();

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableCsiDriverSpec.Builder {
        Builder() {}
    }
}
