package io.mooring.node;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A machine that pods run on. Kubernetes: {@code core/v1 Node}.
 *
 * <pre>{@code
 * Node node = Node.builder()
 *         .metadata(ObjectMeta.builder()
 *                 .name("node-1")
 *                 .putLabels("zone", "a")
 *                 .build())
 *         .build();
 * node.isReady(); // false: nobody has said so
 * }</pre>
 */
@Value.Immutable
@MooringStyle
public sealed interface Node extends WithNode, KubernetesObject permits ImmutableNode {
    /** Upstream: {@code v1.LabelTopologyRegion} and {@code v1.LabelTopologyZone}. */
    List<String> TOPOLOGY_LABELS = List.of("topology.kubernetes.io/region", "topology.kubernetes.io/zone");

    /** What Kubernetes calls it. */
    ObjectKind<Node> KIND = ObjectKind.of(KnownKind.NODE, Node.class);

    /** Set by the kubelet: the attach-detach controller attaches and detaches the node's volumes. */
    String MANAGED_FOR_ATTACH_ANNOTATION = "volumes.kubernetes.io/controller-managed-attach-detach";

    /** Set by the kubelet: the volumes of pods that have ended stay attached. */
    String KEEP_TERMINATED_POD_VOLUMES_ANNOTATION = "volumes.kubernetes.io/keep-terminated-pod-volumes";

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

    /** Whether the attach-detach controller attaches volumes to it, which else the kubelet would do. */
    default boolean isManagedForAttach() {
        return metadata()
                .annotation(MANAGED_FOR_ATTACH_ANNOTATION)
                .filter("true"::equals)
                .isPresent();
    }

    /** Whether the volumes of its pods stay attached after the pods have ended. */
    default boolean keepsVolumesOfTerminatedPods() {
        return metadata()
                .annotation(KEEP_TERMINATED_POD_VOLUMES_ANNOTATION)
                .filter("true"::equals)
                .isPresent();
    }

    /** Whether its condition Ready is True. Models {@code IsNodeReady}. */
    default boolean isReady() {
        return readiness().filter("True"::equals).isPresent();
    }

    /**
     * Whether its kubelet answers. One that does not has its condition Ready set to Unknown by the node lifecycle
     * controller; a node without the condition is taken for one that answers.
     */
    default boolean answers() {
        return readiness().filter("Unknown"::equals).isEmpty();
    }

    private Optional<String> readiness() {
        for (NodeCondition condition : status().conditions()) {
            if (condition.type().equals("Ready")) {
                return Optional.of(condition.status());
            }
        }
        return Optional.empty();
    }

    /** Whether it has a taint of this key, whatever its value and effect. */
    default boolean hasTaint(String key) {
        return spec().rest().get("taints").filter(JsonArray.class::isInstance).stream()
                .flatMap(taints -> ((JsonArray) taints).items().stream())
                .filter(JsonObject.class::isInstance)
                .anyMatch(taint -> ((JsonObject) taint).get("key").equals(Optional.of(new JsonString(key))));
    }

    /** Those of its labels that say in which region and zone it is, and that its pods get. */
    default Map<String, String> topology() {
        Map<String, String> topology = new LinkedHashMap<>();
        for (String label : TOPOLOGY_LABELS) {
            String value = metadata().labels().get(label);
            if (value != null) {
                topology.put(label, value);
            }
        }
        return topology;
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
