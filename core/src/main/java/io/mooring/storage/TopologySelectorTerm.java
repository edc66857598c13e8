package io.mooring.storage;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** Demands on topology labels that must all hold. Kubernetes: {@code core/v1 TopologySelectorTerm}. */
@Value.Immutable
@MooringStyle
public sealed interface TopologySelectorTerm extends WithTopologySelectorTerm permits ImmutableTopologySelectorTerm {
    /** The demands. */
    List<TopologySelectorLabelRequirement> matchLabelExpressions();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableTopologySelectorTerm.Builder {
        Builder() {}
    }
}
