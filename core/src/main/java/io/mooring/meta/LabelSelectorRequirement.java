package io.mooring.meta;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import java.util.List;
import org.immutables.value.Value;

/** One demand on one label. Kubernetes: {@code meta/v1 LabelSelectorRequirement}. */
@Value.Immutable
@MooringStyle
public sealed interface LabelSelectorRequirement extends WithLabelSelectorRequirement
        permits ImmutableLabelSelectorRequirement {
    /** Reads and writes it as Kubernetes does. */
    Codec<LabelSelectorRequirement> CODEC = ObjectCodec.of(
                    LabelSelectorRequirement::builder, LabelSelectorRequirement.Builder::build)
            .always("key", Codecs.STRING, LabelSelectorRequirement::key, LabelSelectorRequirement.Builder::key)
            .always(
                    "operator",
                    Codecs.STRING,
                    LabelSelectorRequirement::operator,
                    LabelSelectorRequirement.Builder::operator)
            .list("values", Codecs.STRING, LabelSelectorRequirement::values, LabelSelectorRequirement.Builder::values);

    /** The label's name. */
    @Value.Default
    default String key() {
        return "";
    }

    /** {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}. */
    @Value.Default
    default String operator() {
        return "";
    }

    /** What In and NotIn compare with; empty for the others. */
    List<String> values();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableLabelSelectorRequirement.Builder {
        Builder() {}
    }
}
