package io.mooring.workload;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.schema.Schema;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** Numbered pods, each with claims of its own. Kubernetes: {@code apps/v1 StatefulSet}. */
@Value.Immutable
@MooringStyle
public sealed interface StatefulSet extends WithStatefulSet, KubernetesObject permits ImmutableStatefulSet {
    /** Reads and writes it as Kubernetes does. */
    Schema<StatefulSet> CODEC = Schema.of(StatefulSet::builder, StatefulSet.Builder::build)
            .constant("apiVersion", "apps/v1")
            .constant("kind", "StatefulSet")
            .always("metadata", ObjectMeta.CODEC, StatefulSet::metadata, StatefulSet.Builder::metadata)
            .always("spec", StatefulSetSpec.CODEC, StatefulSet::spec, StatefulSet.Builder::spec)
            .always("status", StatefulSetStatus.CODEC, StatefulSet::status, StatefulSet.Builder::status)
            .schema();

    /** What Kubernetes calls it. */
    ObjectKind<StatefulSet> KIND = ObjectKind.of(KnownKind.STATEFUL_SET, StatefulSet.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What is wanted of it. */
    @Value.Default
    default StatefulSetSpec spec() {
        return StatefulSetSpec.builder().build();
    }

    /** What was observed of it. */
    @Value.Default
    default StatefulSetStatus status() {
        return StatefulSetStatus.builder().build();
    }

    @Override
    default ObjectKind<StatefulSet> kind() {
        return KIND;
    }

    @Override
    default StatefulSet withStatusOf(KubernetesObject other) {
        return withStatus(((StatefulSet) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.of(spec());
    }

    /** The object itself. */
    @Override
    default Ref<StatefulSet> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<StatefulSet> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableStatefulSet.Builder {
        Builder() {}
    }
}
