package io.mooring.storage;

import io.mooring.node.NodeMatcher;
import io.mooring.node.NodeSelector;
import io.mooring.style.MooringStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Which nodes can reach a volume. Kubernetes: {@code core/v1 VolumeNodeAffinity}. */
@Value.Immutable
@MooringStyle
public sealed interface VolumeNodeAffinity extends WithVolumeNodeAffinity permits ImmutableVolumeNodeAffinity {
    /** The nodes; a volume without demands is reached from all. */
    Optional<NodeSelector> required();

    /** Whether a node with these labels can reach the volume. Models {@code CheckNodeAffinity} of component-helpers. */
    default boolean allows(Map<String, String> nodeLabels) {
        return required().isEmpty() || NodeMatcher.of(required().get()).matches(nodeLabels);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableVolumeNodeAffinity.Builder {
        Builder() {}
    }
}
