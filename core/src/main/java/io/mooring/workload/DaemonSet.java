package io.mooring.workload;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A pod on every node that is suited. Kubernetes: {@code apps/v1 DaemonSet}. */
@Value.Immutable
@MooringStyle
public sealed interface DaemonSet extends WithDaemonSet, KubernetesObject permits ImmutableDaemonSet {
    /** What Kubernetes calls it. */
    ObjectKind<DaemonSet> KIND = ObjectKind.of(KnownKind.DAEMON_SET, DaemonSet.class);

    /** The label that carries the hash of the template that a pod was made from. Kubernetes: {@code DefaultDaemonSetUniqueLabelKey}. */
    String REVISION_LABEL = "controller-revision-hash";

    /** The label that counts the template that a pod was made from. Kubernetes: {@code DaemonSetTemplateGenerationKey}. */
    String GENERATION_LABEL = "pod-template-generation";

    /** The annotation that counts the changes of the template. Kubernetes: {@code DeprecatedTemplateGeneration}. */
    String TEMPLATE_GENERATION = "deprecated.daemonset.template.generation";

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What is wanted of it. */
    @Value.Default
    default DaemonSetSpec spec() {
        return DaemonSetSpec.builder().build();
    }

    /** What was observed of it. */
    @Value.Default
    default DaemonSetStatus status() {
        return DaemonSetStatus.builder().build();
    }

    @Override
    default ObjectKind<DaemonSet> kind() {
        return KIND;
    }

    @Override
    default DaemonSet withStatusOf(KubernetesObject other) {
        return withStatus(((DaemonSet) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.of(spec());
    }

    /** The object itself. */
    @Override
    default Ref<DaemonSet> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<DaemonSet> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableDaemonSet.Builder {
        Builder() {}
    }
}
