package io.mooring.node;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import java.util.List;
import org.immutables.value.Value;

/** Terms of which one must hold. Kubernetes: {@code core/v1 NodeSelector}. */
@Value.Immutable
@MooringStyle
public sealed interface NodeSelector extends WithNodeSelector permits ImmutableNodeSelector {
    /** Reads and writes it as Kubernetes does. */
    Codec<NodeSelector> CODEC = ObjectCodec.of(NodeSelector::builder, NodeSelector.Builder::build)
            .always(
                    "nodeSelectorTerms",
                    Codecs.list(NodeSelectorTerm.CODEC),
                    NodeSelector::nodeSelectorTerms,
                    NodeSelector.Builder::nodeSelectorTerms);

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
