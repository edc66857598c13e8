package io.mooring.node;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import java.util.List;
import org.immutables.value.Value;

/** One demand on one label or field of a node. Kubernetes: {@code core/v1 NodeSelectorRequirement}. */
@Value.Immutable
@MooringStyle
public sealed interface NodeSelectorRequirement extends WithNodeSelectorRequirement
        permits ImmutableNodeSelectorRequirement {
    /** Reads and writes it as Kubernetes does. */
    Codec<NodeSelectorRequirement> CODEC = ObjectCodec.of(
                    NodeSelectorRequirement::builder, NodeSelectorRequirement.Builder::build)
            .always("key", Codecs.STRING, NodeSelectorRequirement::key, NodeSelectorRequirement.Builder::key)
            .always(
                    "operator",
                    Codecs.STRING,
                    NodeSelectorRequirement::operator,
                    NodeSelectorRequirement.Builder::operator)
            .list("values", Codecs.STRING, NodeSelectorRequirement::values, NodeSelectorRequirement.Builder::values);

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
