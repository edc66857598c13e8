package io.mooring.node;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A machine that pods run on. Kubernetes: {@code core/v1 Node}. */
@Value.Immutable
@MooringStyle
public sealed interface Node extends WithNode, KubernetesObject permits ImmutableNode {
    /** What Kubernetes calls it. */
    ObjectKind<Node> KIND = ObjectKind.of(KnownKind.NODE, Node.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What is wanted of it. */
    @Value.Default
    default NodeSpec spec() {
        return NodeSpec.builder().build();
    }

    /** What it has. */
    @Value.Default
    default NodeStatus status() {
        return NodeStatus.builder().build();
    }

    @Override
    default ObjectKind<Node> kind() {
        return KIND;
    }

    @Override
    default Node withStatusOf(KubernetesObject other) {
        return withStatus(((Node) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<Node> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<Node> ref(String name) {
        return KIND.ref("", name);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableNode.Builder {
        Builder() {}
    }
}
