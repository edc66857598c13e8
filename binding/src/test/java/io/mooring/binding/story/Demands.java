package io.mooring.binding.story;

import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import io.mooring.workload.PodAffinity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pods that demand something of their node or of other pods, and the objects that such demands are about. */
public final class Demands {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    private Demands() {}

    public static Pod labelled(Pod pod, String key, String value) {
        Map<String, String> labels = new HashMap<>(pod.metadata().labels());
        labels.put(key, value);
        return pod.withMetadata(pod.metadata().withLabels(labels));
    }

    public static Node labelled(Node node, String key, String value) {
        Map<String, String> labels = new HashMap<>(node.metadata().labels());
        labels.put(key, value);
        return node.withMetadata(node.metadata().withLabels(labels));
    }

    public static Pod important(Pod pod, int priority) {
        return pod.withSpec(pod.spec().withRest(pod.spec().rest().with("priority", JsonNumber.of(priority))));
    }

    /** On every address of the node. */
    public static Pod onPort(Pod pod, int port) {
        return onPort(pod, port, "TCP", "");
    }

    public static Pod onPort(Pod pod, int port, String protocol, String hostIp) {
        JsonObject.Builder tree = JsonObject.builder()
                .put("containerPort", JsonNumber.of(port))
                .put("hostPort", JsonNumber.of(port))
                .put("protocol", protocol);
        if (!hostIp.isEmpty()) {
            tree.put("hostIP", hostIp);
        }
        Container container = pod.spec().containers().get(0);
        List<JsonValue> ports = new ArrayList<>(container
                .rest()
                .get("ports")
                .map(each -> ((JsonArray) each).items())
                .orElse(List.of()));
        ports.add(tree.build());
        return pod.withSpec(
                pod.spec().withContainers(container.withRest(container.rest().with("ports", new JsonArray(ports)))));
    }

    /** Near to pods with the label {@code app}, by this node label. */
    public static Pod near(Pod pod, String app, String topologyKey) {
        return with(pod, "podAffinity", term(app, topologyKey));
    }

    /** Apart from pods with the label {@code app}, by this node label. */
    public static Pod apart(Pod pod, String app, String topologyKey) {
        return with(pod, "podAntiAffinity", term(app, topologyKey));
    }

    /** The same, from those in namespaces with this label. */
    public static Pod apartInNamespaces(Pod pod, String app, String topologyKey, String key, String value) {
        return with(pod, "podAntiAffinity", term(app, topologyKey).with("namespaceSelector", matching(key, value)));
    }

    public static Pod with(Pod pod, String kind, JsonObject term) {
        PodAffinity affinity =
                pod.spec().affinity().orElseGet(() -> PodAffinity.builder().build());
        List<JsonValue> terms = new ArrayList<>(affinity.rest()
                .at(kind, REQUIRED)
                .map(each -> ((JsonArray) each).items())
                .orElse(List.of()));
        terms.add(term);
        JsonObject required = JsonObject.of(REQUIRED, new JsonArray(terms));
        return pod.withSpec(
                pod.spec().withAffinity(affinity.withRest(affinity.rest().with(kind, required))));
    }

    public static JsonObject term(String app, String topologyKey) {
        return JsonObject.builder()
                .put("labelSelector", matching("app", app))
                .put("topologyKey", topologyKey)
                .build();
    }

    public static JsonObject matching(String key, String value) {
        return JsonObject.of("matchLabels", JsonObject.of(key, new JsonString(value)));
    }

    /** At most this much more in one domain than in the emptiest, of the pods with the label {@code app}. */
    public static Pod spread(Pod pod, String app, String topologyKey, int maxSkew) {
        return spread(pod, constraint(app, topologyKey, maxSkew));
    }

    public static Pod spread(Pod pod, JsonObject constraint) {
        String field = "topologySpreadConstraints";
        List<JsonValue> constraints = new ArrayList<>(pod.spec()
                .rest()
                .get(field)
                .map(each -> ((JsonArray) each).items())
                .orElse(List.of()));
        constraints.add(constraint);
        return pod.withSpec(pod.spec().withRest(pod.spec().rest().with(field, new JsonArray(constraints))));
    }

    public static JsonObject constraint(String app, String topologyKey, int maxSkew) {
        return JsonObject.builder()
                .put("maxSkew", JsonNumber.of(maxSkew))
                .put("topologyKey", topologyKey)
                .put("whenUnsatisfiable", "DoNotSchedule")
                .put("labelSelector", matching("app", app))
                .build();
    }

    public static KubernetesObject namespace(String name, String key, String value) {
        return Namespace.builder()
                .metadata(ObjectMeta.builder().name(name).putLabels(key, value).build())
                .build();
    }

    /** The one driver of a node, which can have so many volumes there. */
    public static KubernetesObject csiNode(String node, String driver, int count) {
        JsonObject of = JsonObject.builder()
                .put("name", driver)
                .put("nodeID", node)
                .put("allocatable", JsonObject.of("count", JsonNumber.of(count)))
                .build();
        return storage("CSINode", node, JsonObject.of("drivers", JsonArray.of(of)));
    }

    public static KubernetesObject attachment(String name, String driver, String volume, String node) {
        return storage(
                "VolumeAttachment",
                name,
                JsonObject.builder()
                        .put("attacher", driver)
                        .put("nodeName", node)
                        .put("source", JsonObject.of("persistentVolumeName", new JsonString(volume)))
                        .build());
    }

    public static KubernetesObject storage(String kind, String name, JsonObject spec) {
        JsonObject tree = JsonObject.builder()
                .put("apiVersion", "storage.k8s.io/v1")
                .put("kind", kind)
                .put("metadata", JsonObject.of("name", new JsonString(name)))
                .put("spec", spec)
                .build();
        return Objects.read(tree, new ArrayList<>()).orElseThrow();
    }
}
