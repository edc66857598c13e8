package io.mooring.meta;

import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** A space of names, which takes all that is in it along when it goes. Kubernetes: {@code core/v1 Namespace}. */
@Value.Immutable
@MooringStyle
public sealed interface Namespace extends WithNamespace, KubernetesObject permits ImmutableNamespace {
    /** What Kubernetes calls it. */
    ObjectKind<Namespace> KIND = ObjectKind.of(KnownKind.NAMESPACE, Namespace.class);

    /** The finalizer that every new namespace has, until its content is gone. Kubernetes: {@code FinalizerKubernetes}. */
    String KUBERNETES_FINALIZER = "kubernetes";

    /** The label that says its name. Kubernetes: {@code LabelMetadataName}. */
    String NAME_LABEL = "kubernetes.io/metadata.name";

    /** Those that Kubernetes itself makes, in every cluster. */
    Set<String> OF_KUBERNETES = Set.of("default", "kube-node-lease", "kube-public", "kube-system");

    /** Those that may not be deleted. Upstream: the {@code immortalNamespaces} of the plug-in NamespaceLifecycle. */
    Set<String> IMMORTAL = Set.of("default", "kube-public", "kube-system");

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What holds it. */
    @Value.Default
    default NamespaceSpec spec() {
        return NamespaceSpec.builder().build();
    }

    /** How far it is. */
    @Value.Default
    default NamespaceStatus status() {
        return NamespaceStatus.builder().build();
    }

    /** Whether it takes nothing new because it is being deleted. */
    default boolean isTerminating() {
        return status().phase().equals(Optional.of(NamespacePhase.TERMINATING));
    }

    /** Whether nobody has anything left to do for its deletion. Models {@code finalized}. */
    default boolean isFinalized() {
        return spec().finalizers().isEmpty();
    }

    /** The same in this phase. */
    default Namespace withPhase(NamespacePhase phase) {
        return withStatus(status().withPhase(phase));
    }

    /** The same with these finalizers in its spec. */
    default Namespace withSpecFinalizers(List<String> finalizers) {
        return withSpec(spec().withFinalizers(finalizers));
    }

    @Override
    default ObjectKind<Namespace> kind() {
        return KIND;
    }

    @Override
    default Namespace withStatusOf(KubernetesObject other) {
        return withStatus(((Namespace) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<Namespace> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<Namespace> ref(String name) {
        return KIND.ref("", name);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableNamespace.Builder {
        Builder() {}
    }
}
