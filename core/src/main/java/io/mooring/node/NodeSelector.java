package io.mooring.node;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * Terms of which one must hold. Kubernetes: {@code core/v1 NodeSelector}.
 *
 * <pre>{@code
 * NodeSelector inZone = NodeSelector.builder()
 *         .addNodeSelectorTerms(NodeSelectorTerm.builder()
 *                 .addMatchExpressions(NodeSelectorRequirement.builder()
 *                         .key("zone")
 *                         .operator("In")
 *                         .addValues("a", "b")
 *                         .build())
 *                 .build())
 *         .build();
 * }</pre>
 */
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
