package io.mooring.workload;

import io.mooring.meta.ObjectMeta;
import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.ObjectCodec;
import org.immutables.value.Value;

/** What a set makes its pods from. Kubernetes: {@code core/v1 PodTemplateSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface PodTemplateSpec extends WithPodTemplateSpec permits ImmutablePodTemplateSpec {
    /** Reads and writes it as Kubernetes does. */
    Codec<PodTemplateSpec> CODEC = ObjectCodec.of(PodTemplateSpec::builder, PodTemplateSpec.Builder::build)
            .always("metadata", ObjectMeta.CODEC, PodTemplateSpec::metadata, PodTemplateSpec.Builder::metadata)
            .always("spec", PodSpec.CODEC, PodTemplateSpec::spec, PodTemplateSpec.Builder::spec);

    /** Labels and annotations for the pods. */
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What the pods run. */
    @Value.Default
    default PodSpec spec() {
        return PodSpec.builder().build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePodTemplateSpec.Builder {
        Builder() {}
    }
}
