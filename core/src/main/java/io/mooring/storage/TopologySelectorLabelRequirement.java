package io.mooring.storage;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import java.util.List;
import org.immutables.value.Value;

/** One demand on one topology label. Kubernetes: {@code core/v1 TopologySelectorLabelRequirement}. */
@Value.Immutable
@MooringStyle
public sealed interface TopologySelectorLabelRequirement extends WithTopologySelectorLabelRequirement
        permits ImmutableTopologySelectorLabelRequirement {
    /** Reads and writes it as Kubernetes does. */
    Codec<TopologySelectorLabelRequirement> CODEC = ObjectCodec.of(
                    TopologySelectorLabelRequirement::builder, TopologySelectorLabelRequirement.Builder::build)
            .always(
                    "key",
                    Codecs.STRING,
                    TopologySelectorLabelRequirement::key,
                    TopologySelectorLabelRequirement.Builder::key)
            .always(
                    "values",
                    Codecs.list(Codecs.STRING),
                    TopologySelectorLabelRequirement::values,
                    TopologySelectorLabelRequirement.Builder::values);

    /** The label's name. */
    @Value.Default
    default String key() {
        return "";
    }

    /** The values allowed. */
    List<String> values();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableTopologySelectorLabelRequirement.Builder {
        Builder() {}
    }
}
