package io.mooring.node;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** One demand on one label or field of a node. Kubernetes: {@code core/v1 NodeSelectorRequirement}. */
@Value.Immutable
@MooringStyle
public sealed interface NodeSelectorRequirement extends WithNodeSelectorRequirement
        permits ImmutableNodeSelectorRequirement {
    /** The label's or field's name. */
    @Value.Default
    default String key() {
        return "";
    }

    /** {@code In}, {@code NotIn}, {@code Exists}, {@code DoesNotExist}, {@code Gt} or {@code Lt}. */
    @Value.Default
    default String operator() {
        return "";
    }

    /** What the operator compares with. */
    List<String> values();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableNodeSelectorRequirement.Builder {
        Builder() {}
    }
}
