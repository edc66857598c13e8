package io.mooring.node;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** Terms of which one must hold. Kubernetes: {@code core/v1 NodeSelector}. */
@Value.Immutable
@MooringStyle
public sealed interface NodeSelector extends WithNodeSelector permits ImmutableNodeSelector {
    /** The terms. */
    List<NodeSelectorTerm> nodeSelectorTerms();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableNodeSelector.Builder {
        Builder() {}
    }
}
