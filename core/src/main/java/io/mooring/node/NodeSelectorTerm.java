package io.mooring.node;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** Demands that must all hold. Without any the term takes nothing. Kubernetes: {@code core/v1 NodeSelectorTerm}. */
@Value.Immutable
@MooringStyle
public sealed interface NodeSelectorTerm extends WithNodeSelectorTerm permits ImmutableNodeSelectorTerm {
    /** Demands on labels. */
    List<NodeSelectorRequirement> matchExpressions();

    /** Demands on fields; {@code metadata.name} is the one there is. */
    List<NodeSelectorRequirement> matchFields();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableNodeSelectorTerm.Builder {
        Builder() {}
    }
}
