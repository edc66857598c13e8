package io.mooring.workload;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A number of equal pods, kept up. Kubernetes: {@code apps/v1 ReplicaSet}. */
@Value.Immutable
@MooringStyle
public sealed interface ReplicaSet extends WithReplicaSet, ReplicaKeeper permits ImmutableReplicaSet {
    /** What Kubernetes calls it. */
    ObjectKind<ReplicaSet> KIND = ObjectKind.of(KnownKind.REPLICA_SET, ReplicaSet.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What is wanted of it. */
    @Value.Default
    default ReplicaSetSpec spec() {
        return ReplicaSetSpec.builder().build();
    }

    /** What was observed of it. */
    @Override
    @Value.Default
    default ReplicaSetStatus status() {
        return ReplicaSetStatus.builder().build();
    }

    @Override
    default ObjectKind<ReplicaSet> kind() {
        return KIND;
    }

    @Override
    default ReplicaSet withStatusOf(KubernetesObject other) {
        return withStatus(((ReplicaSet) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.of(spec());
    }

    /** The object itself. */
    @Override
    default Ref<ReplicaSet> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<ReplicaSet> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    @Override
    default int wantedReplicas() {
        return spec().replicas().orElse(1);
    }

    @Override
    default LabelMatcher podMatcher() {
        return spec().selector().map(LabelMatcher::of).orElse(LabelMatcher.NOTHING);
    }

    @Override
    default Optional<PodTemplateSpec> podTemplate() {
        return Optional.of(spec().template());
    }

    @Override
    default int minReadySeconds() {
        return spec().minReadySeconds();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableReplicaSet.Builder {
        Builder() {}
    }
}
