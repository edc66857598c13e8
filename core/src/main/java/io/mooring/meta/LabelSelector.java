package io.mooring.meta;

import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Demands on labels, all of which must hold. Without any it takes everything. Kubernetes: {@code meta/v1
 * LabelSelector}.
 */
@Value.Immutable
@MooringStyle
public sealed interface LabelSelector extends WithLabelSelector permits ImmutableLabelSelector {
    /** Labels that must have exactly these values. */
    Map<String, String> matchLabels();

    /** Further demands. */
    List<LabelSelectorRequirement> matchExpressions();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableLabelSelector.Builder {
        Builder() {}
    }
}
