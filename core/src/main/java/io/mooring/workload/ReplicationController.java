package io.mooring.workload;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A number of equal pods, kept up; what ReplicaSets came from. Kubernetes: {@code core/v1 ReplicationController}. */
@Value.Immutable
@MooringStyle
public sealed interface ReplicationController extends WithReplicationController, ReplicaKeeper
        permits ImmutableReplicationController {
    /** What Kubernetes calls it. */
    ObjectKind<ReplicationController> KIND =
            ObjectKind.of(KnownKind.REPLICATION_CONTROLLER, ReplicationController.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What is wanted of it. */
    @Value.Default
    default ReplicationControllerSpec spec() {
        return ReplicationControllerSpec.builder().build();
    }

    /** What was observed of it. */
    @Override
    @Value.Default
    default ReplicaSetStatus status() {
        return ReplicaSetStatus.builder().build();
    }

    @Override
    default ObjectKind<ReplicationController> kind() {
        return KIND;
    }

    @Override
    default ReplicationController withStatusOf(KubernetesObject other) {
        return withStatus(((ReplicationController) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.of(spec());
    }

    /** The object itself. */
    @Override
    default Ref<ReplicationController> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<ReplicationController> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    @Override
    default int wantedReplicas() {
        return spec().replicas().orElse(1);
    }

    /** Without a selector none. */
    @Override
    default LabelMatcher podMatcher() {
        return spec().selector().isEmpty()
                ? LabelMatcher.NOTHING
                : LabelMatcher.of(
                        LabelSelector.builder().matchLabels(spec().selector()).build());
    }

    @Override
    default Optional<PodTemplateSpec> podTemplate() {
        return spec().template();
    }

    @Override
    default int minReadySeconds() {
        return spec().minReadySeconds();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableReplicationController.Builder {
        Builder() {}
    }
}
