package io.mooring.workload;

import io.mooring.meta.ObjectMeta;
import io.mooring.schema.Schema;
import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** What a set makes its pods from. Kubernetes: {@code core/v1 PodTemplateSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface PodTemplateSpec extends WithPodTemplateSpec permits ImmutablePodTemplateSpec {
    /** Reads and writes it as Kubernetes does. */
    Schema<PodTemplateSpec> CODEC = Schema.of(PodTemplateSpec::builder, PodTemplateSpec.Builder::build)
            .always("metadata", ObjectMeta.CODEC, PodTemplateSpec::metadata, PodTemplateSpec.Builder::metadata)
            .always("spec", PodSpec.CODEC, PodTemplateSpec::spec, PodTemplateSpec.Builder::spec)
            .schema();

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
