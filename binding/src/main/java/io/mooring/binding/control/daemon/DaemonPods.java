package io.mooring.binding.control.daemon;

import io.mooring.binding.control.workload.Taints;
import io.mooring.binding.control.workload.TemplatePods;
import io.mooring.node.Node;
import io.mooring.node.NodeMatcher;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.NodeAffinity;
import io.mooring.workload.Pod;
import io.mooring.workload.PodAffinity;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pods of a DaemonSet: what they are made of, and which node each is for. Models {@code daemon/util}. */
record DaemonPods(DaemonSet set, Semantics semantics) {
    private static final String NAME = "metadata.name";

    /** What a pod of a DaemonSet stays through. Models {@code AddOrUpdateDaemonPodTolerations}. */
    private static final List<JsonObject> TOLERATIONS = List.of(
            toleration("not-ready", "NoExecute"),
            toleration("unreachable", "NoExecute"),
            toleration("disk-pressure", "NoSchedule"),
            toleration("memory-pressure", "NoSchedule"),
            toleration("pid-pressure", "NoSchedule"),
            toleration("unschedulable", "NoSchedule"));

    private static final JsonObject NO_NETWORK = toleration("network-unavailable", "NoSchedule");

    private static JsonObject toleration(String key, String effect) {
        return JsonObject.of("key", new JsonString("node.kubernetes.io/" + key))
                .with("operator", new JsonString("Exists"))
                .with("effect", new JsonString(effect));
    }

    /** Whether a node is to have a pod. */
    enum Wanted {
        YES,
        /** It keeps the pod that it has. */
        ONLY_IF_THERE,
        NO
    }

    /** Models {@code NodeShouldRunDaemonPod}. */
    Wanted on(Node node) {
        PodSpec spec = tolerant(set.spec().template().spec());
        boolean fits = (spec.nodeName().isEmpty()
                        || spec.nodeName().equals(node.metadata().name()))
                && node.metadata()
                        .labels()
                        .entrySet()
                        .containsAll(spec.nodeSelector().entrySet())
                && required(spec)
                        .map(affinity -> NodeMatcher.of(affinity).matches(node))
                        .orElse(true);
        if (!fits) {
            return Wanted.NO;
        }
        if (Taints.areTolerated(node, spec, Set.of("NoSchedule", "NoExecute"), semantics)) {
            return Wanted.YES;
        }
        return Taints.areTolerated(node, spec, Set.of("NoExecute"), semantics) ? Wanted.ONLY_IF_THERE : Wanted.NO;
    }

    private static Optional<NodeSelector> required(PodSpec spec) {
        return spec.affinity()
                .flatMap(PodAffinity::nodeAffinity)
                .flatMap(NodeAffinity::requiredDuringSchedulingIgnoredDuringExecution);
    }

    /** The node that the pod is on, or else that it is made for. Models {@code GetTargetNodeName}. */
    static Optional<String> node(Pod pod) {
        return pod.isPlaced()
                ? Optional.of(pod.spec().nodeName())
                : required(pod.spec()).flatMap(DaemonPods::pinned);
    }

    private static Optional<String> pinned(NodeSelector selector) {
        return selector.nodeSelectorTerms().stream()
                .flatMap(term -> term.matchFields().stream())
                .filter(field -> field.key().equals(NAME) && field.operator().equals("In"))
                .filter(field -> field.values().size() == 1)
                .map(field -> field.values().get(0))
                .findFirst();
    }

    /** The pod to make for a node; the scheduler puts it there. */
    Pod make(String node, String hash) {
        PodTemplateSpec template = set.spec().template();
        Map<String, String> labels = new LinkedHashMap<>(template.metadata().labels());
        labels.put(DaemonSet.GENERATION_LABEL, generation());
        labels.put(DaemonSet.REVISION_LABEL, hash);
        PodSpec spec = tolerant(template.spec());
        PodTemplateSpec made = template.withMetadata(template.metadata().withLabels(labels))
                .withSpec(spec.withAffinity(pinnedTo(node, spec.affinity())));
        return TemplatePods.of(made, set);
    }

    /** Models {@code ReplaceDaemonSetPodNodeNameNodeAffinity}, which drops what was required of nodes before. */
    private static PodAffinity pinnedTo(String node, Optional<PodAffinity> before) {
        NodeSelector selector = NodeSelector.builder()
                .addNodeSelectorTerms(NodeSelectorTerm.builder()
                        .addMatchFields(NodeSelectorRequirement.builder()
                                .key(NAME)
                                .operator("In")
                                .addValues(node)
                                .build())
                        .build())
                .build();
        PodAffinity affinity = before.orElseGet(() -> PodAffinity.builder().build());
        NodeAffinity ofNode =
                affinity.nodeAffinity().orElseGet(() -> NodeAffinity.builder().build());
        return affinity.withNodeAffinity(ofNode.withRequiredDuringSchedulingIgnoredDuringExecution(selector));
    }

    private static PodSpec tolerant(PodSpec spec) {
        List<JsonValue> tolerations = new ArrayList<>(spec.rest()
                .get("tolerations")
                .filter(JsonArray.class::isInstance)
                .map(list -> ((JsonArray) list).items())
                .orElse(List.of()));
        boolean usesHostNetwork = spec.rest().get("hostNetwork").equals(Optional.of(JsonBool.TRUE));
        for (JsonObject toleration : TOLERATIONS) {
            addIfMissing(tolerations, toleration);
        }
        if (usesHostNetwork) {
            addIfMissing(tolerations, NO_NETWORK);
        }
        return spec.withRest(spec.rest().with("tolerations", new JsonArray(tolerations)));
    }

    private static void addIfMissing(List<JsonValue> tolerations, JsonObject toleration) {
        if (!tolerations.contains(toleration)) {
            tolerations.add(toleration);
        }
    }

    private String generation() {
        return set.metadata().annotations().getOrDefault(DaemonSet.TEMPLATE_GENERATION, "");
    }

    /** Whether the pod is of the template as it is now. Models {@code IsPodUpdated}. */
    boolean isUpdated(Pod pod, String hash) {
        Map<String, String> labels = pod.metadata().labels();
        return hash.equals(labels.get(DaemonSet.REVISION_LABEL))
                || (!generation().isEmpty() && generation().equals(labels.get(DaemonSet.GENERATION_LABEL)));
    }
}
