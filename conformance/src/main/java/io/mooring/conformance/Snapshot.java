package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.admission.object.Objects;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A cluster as the records show it: the kinds and fields that they keep, with uids and times by name. */
final class Snapshot {
    private static final List<ObjectKind<?>> KINDS =
            List.of(PersistentVolume.KIND, PersistentVolumeClaim.KIND, StorageClass.KIND, StatefulSet.KIND, Pod.KIND);
    private static final List<ObjectKind<?>> LATER_KINDS =
            List.of(VolumeAttributesClass.KIND, Deployment.KIND, ReplicaSet.KIND, DaemonSet.KIND, Job.KIND);
    private static final List<String> LEFT_OUT = List.of(
            "resourceVersion",
            "generation",
            "managedFields",
            "creationTimestamp",
            "deletionGracePeriodSeconds",
            "generateName");
    private static final List<String> TIMES =
            List.of("deletionTimestamp", "lastTransitionTime", "lastProbeTime", "lastPhaseTransitionTime");
    private static final List<String> SET_SPEC = List.of(
            "ordinals",
            "persistentVolumeClaimRetentionPolicy",
            "podManagementPolicy",
            "replicas",
            "updateStrategy",
            "volumeClaimTemplates");
    private static final List<String> SET_STATUS =
            List.of("availableReplicas", "currentReplicas", "readyReplicas", "replicas", "updatedReplicas");
    private static final List<String> POD_METADATA =
            List.of("name", "namespace", "labels", "ownerReferences", "deletionTimestamp", "finalizers");
    private static final List<String> WORKLOAD_METADATA =
            List.of("name", "namespace", "ownerReferences", "deletionTimestamp", "finalizers");

    /**
     * The parts that are kept of those who keep pods, but for StatefulSets. The records show each of them, but for the numbers
     * of a Job's pods that have ended: no recorded Job has any, and they are taken to be kept as the others are.
     */
    private static final Map<ObjectKind<?>, Kept> WORKLOADS = Map.of(
            Deployment.KIND,
            new Kept(
                    List.of("replicas", "strategy"),
                    List.of(
                            "availableReplicas",
                            "readyReplicas",
                            "replicas",
                            "unavailableReplicas",
                            "updatedReplicas")),
            ReplicaSet.KIND,
            new Kept(List.of("replicas"), List.of("availableReplicas", "readyReplicas", "replicas")),
            DaemonSet.KIND,
            new Kept(
                    List.of("updateStrategy"),
                    List.of("currentNumberScheduled", "desiredNumberScheduled", "numberReady")),
            Job.KIND,
            new Kept(List.of("completions", "parallelism"), List.of("active", "failed", "ready", "succeeded")));

    private record Kept(List<String> spec, List<String> status) {}

    private final List<ObjectKind<?>> kinds;
    private final UidNames uids;

    /** @param kinds what the state shows */
    Snapshot(List<ObjectKind<?>> kinds, UidNames uids) {
        this.kinds = List.copyOf(kinds);
        this.uids = uids;
    }

    /** What the states of a story show: the kinds that were left out at first where any does. */
    static List<ObjectKind<?>> kindsOf(JsonNode story) {
        Stream<ObjectKind<?>> shown = LATER_KINDS.stream()
                .filter(kind -> story.get("steps")
                        .valueStream()
                        .anyMatch(step -> step.path("state").has(kind.name())));
        return Stream.concat(KINDS.stream(), shown).toList();
    }

    ObjectNode of(Cluster cluster) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        for (ObjectKind<?> kind : kinds) {
            ArrayNode objects = JsonNodeFactory.instance.arrayNode();
            cluster.list(kind).forEach(object -> objects.add(of(object)));
            if (!objects.isEmpty()) {
                state.set(kind.name(), objects);
            }
        }
        return state;
    }

    private JsonNode of(KubernetesObject object) {
        ObjectNode tree = (ObjectNode) Trees.withTexts(Trees.toNode(Objects.write(object)), uids::hide);
        hideTimes(tree);
        tree.remove(List.of("apiVersion", "kind"));
        leaveOut(tree.get("metadata"));
        if (tree.path("spec").path("claimRef") instanceof ObjectNode claimRef) {
            claimRef.remove("resourceVersion");
        }
        if (object instanceof StatefulSet) {
            ((ObjectNode) tree.get("spec")).retain(SET_SPEC);
            ((ObjectNode) tree.get("status")).retain(SET_STATUS);
            tree.get("spec").path("volumeClaimTemplates").forEach(template -> leaveOut(template.get("metadata")));
        }
        Kept kept = WORKLOADS.get(object.kind());
        if (kept != null) {
            reduce(tree, kept);
        }
        return object instanceof Pod pod ? reduced(pod, tree) : tree;
    }

    /** A number that is 0 was not kept. */
    private static void reduce(ObjectNode tree, Kept kept) {
        ((ObjectNode) tree.get("metadata")).retain(WORKLOAD_METADATA);
        ((ObjectNode) tree.get("spec")).retain(kept.spec());
        ObjectNode status = (ObjectNode) tree.get("status");
        status.retain(kept.status());
        status.removeIf(number -> number.asInt(1) == 0);
    }

    private static void leaveOut(JsonNode metadata) {
        ((ObjectNode) metadata).remove(LEFT_OUT);
    }

    /** A pod keeps metadata, volumes, node, phase, whether it is ready, and its PodScheduled condition. */
    private static JsonNode reduced(Pod pod, ObjectNode tree) {
        ObjectNode metadata = (ObjectNode) tree.get("metadata");
        metadata.retain(POD_METADATA);
        metadata.withObjectProperty("labels").remove("controller-revision-hash");
        JsonNode volumes = tree.get("spec").path("volumes");
        volumes.forEach(volume -> volume.path("ephemeral")
                .path("volumeClaimTemplate")
                .forEach(part -> {
                    if (part.has("creationTimestamp")) {
                        leaveOut(part);
                    }
                }));
        ObjectNode spec = tree.putObject("spec");
        String nodeName = pod.spec().nodeName();
        spec.put("nodeName", nodeName.isEmpty() ? null : nodeName);
        spec.set("volumes", volumes.isMissingNode() ? JsonNodeFactory.instance.arrayNode() : volumes);
        tree.set("status", status(pod));
        return tree;
    }

    private static JsonNode status(Pod pod) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        pod.status().phase().ifPresent(phase -> status.put("phase", phase.value()));
        status.put(
                "ready",
                pod.condition("Ready")
                        .filter(ready -> ready.status().equals("True"))
                        .isPresent());
        ArrayNode scheduled = status.putArray("scheduled");
        pod.condition("PodScheduled").ifPresent(condition -> {
            ObjectNode shown = scheduled.addObject().put("status", condition.status());
            putIfThere(shown, "reason", condition.reason());
            putIfThere(shown, "message", condition.message());
        });
        return status;
    }

    private static void putIfThere(ObjectNode into, String field, String text) {
        if (!text.isEmpty()) {
            into.put(field, text);
        }
    }

    /** With {@code T} for times, wherever they are. */
    private static void hideTimes(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String field : TIMES) {
                if (object.path(field).isTextual()) {
                    object.put(field, "T");
                }
            }
        }
        node.forEach(Snapshot::hideTimes);
    }
}
