package io.mooring.binding.explain.fix;

import io.mooring.binding.control.scheduler.CsiNode;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.NodeRejection.InsufficientResource;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One more node, like one that would take the pod if nothing ran there yet, and as large as the pod needs it. */
record NodeAdditions(Cluster cluster, FitsNowhere finding) {
    /** What a node is called until somebody has one. */
    private static final String NAME = "new-node";

    Optional<Proposal> like() {
        return finding.rejected().stream()
                .filter(sort -> sort.rejections().stream().allMatch(NodeAdditions::isForWhatRunsThere))
                .min(Comparator.comparingInt(sort -> larger(sort.rejections()).size()))
                .flatMap(sort -> cluster.get(sort.nodes().get(0)).map(node -> like(node, larger(sort.rejections()))));
    }

    private static boolean isForWhatRunsThere(NodeRejection rejection) {
        return rejection instanceof InsufficientResource
                || rejection instanceof NodeRejection.TooManyPods
                || rejection instanceof NodeRejection.TooManyVolumes
                || rejection instanceof NodeRejection.HostPortTaken;
    }

    /** What an empty node would have too little of, and how much the pod asks for. */
    private static Map<String, Quantity> larger(List<NodeRejection> rejections) {
        Map<String, Quantity> larger = new LinkedHashMap<>();
        for (NodeRejection rejection : rejections) {
            if (rejection instanceof InsufficientResource lacking
                    && lacking.requested().compareTo(lacking.allocatable()) > 0) {
                larger.put(lacking.resource(), lacking.requested());
            }
        }
        return larger;
    }

    private Proposal like(Node model, Map<String, Quantity> larger) {
        String name = freeName();
        String with = larger.isEmpty()
                ? ""
                : " with "
                        + larger.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(" and "));
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Create(
                node(model, name, larger), "add a node like " + model.metadata().name() + with));
        cluster.tree(CsiNode.KIND.ref("", model.metadata().name()))
                .ifPresent(drivers -> edits.add(new Edit.Create(
                        drivers(drivers, name),
                        "have the drivers of " + model.metadata().name() + " register there")));
        return new Proposal(edits, Fix.Cost.ADDITION, List.of());
    }

    private String freeName() {
        String name = NAME;
        for (int number = 2; cluster.node(name).isPresent(); number++) {
            name = NAME + "-" + number;
        }
        return name;
    }

    /** What the model is and has; not what happened to it. */
    private JsonObject node(Node model, String name, Map<String, Quantity> larger) {
        JsonObject tree = cluster.tree(model.ref()).orElseThrow();
        JsonObject metadata = Trees.at(tree, "metadata");
        JsonObject labels = Trees.at(metadata, "labels");
        JsonObject.Builder meta = JsonObject.builder()
                .put("name", name)
                .put(
                        "labels",
                        labels.has(VolumeDemand.HOSTNAME)
                                ? labels.with(VolumeDemand.HOSTNAME, new JsonString(name))
                                : labels);
        if (model.isManagedForAttach()) {
            meta.put("annotations", JsonObject.of(Node.MANAGED_FOR_ATTACH_ANNOTATION, new JsonString("true")));
        }
        JsonObject.Builder node = JsonObject.builder()
                .put("apiVersion", Node.KIND.apiVersion())
                .put("kind", Node.KIND.name())
                .put("metadata", meta.build());
        List<JsonValue> taints = Trees.items(Trees.at(tree, "spec"), "taints");
        if (!taints.isEmpty()) {
            node.put("spec", JsonObject.of("taints", new JsonArray(taints)));
        }
        JsonObject status = Trees.at(tree, "status");
        return node.put(
                        "status",
                        JsonObject.of("allocatable", with(Trees.at(status, "allocatable"), larger))
                                .with("capacity", with(Trees.at(status, "capacity"), larger)))
                .build();
    }

    private static JsonObject with(JsonObject resources, Map<String, Quantity> larger) {
        JsonObject.Builder all = resources.toBuilder();
        larger.forEach((resource, amount) -> all.put(resource, amount.toString()));
        return all.build();
    }

    private static JsonObject drivers(JsonObject model, String name) {
        List<JsonValue> drivers = Trees.items(Trees.at(model, "spec"), "drivers").stream()
                .map(driver ->
                        driver instanceof JsonObject fields ? fields.with("nodeID", new JsonString(name)) : driver)
                .toList();
        return JsonObject.builder()
                .put("apiVersion", CsiNode.KIND.apiVersion())
                .put("kind", CsiNode.KIND.name())
                .put("metadata", JsonObject.of("name", new JsonString(name)))
                .put("spec", JsonObject.of("drivers", new JsonArray(drivers)))
                .build();
    }
}
