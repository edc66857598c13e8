package io.mooring.cli;

import io.mooring.binding.explain.ExplanationTree;
import io.mooring.binding.explore.Exploration;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.names.Visible;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a cluster may settle: in what the ends differ. */
record Ends(World world, Exploration exploration) implements Answer {
    private static final String ABSENT = "is not there";

    @Override
    public String text(Style style, Format format) {
        List<Map<Ref<?>, String>> ends = standings();
        List<Ref<?>> open = open(ends);
        StringBuilder text = new StringBuilder();
        if (ends.size() == 1) {
            text.append("There is one end, whatever the order");
        } else {
            text.append("Which order Kubernetes takes is open: there are " + ends.size() + " ends");
        }
        text.append(
                exploration.isComplete()
                        ? ".\n"
                        : ", and there may be more: the limit was reached, with " + exploration.clustersSeen()
                                + " followed (--limit).\n");
        List<ObjectKind<?>> unknown = unknown();
        if (!unknown.isEmpty()) {
            text.append("Not known whether there are others: controllers stand still, as not in the dump were ")
                    .append(unknown.stream().map(ObjectKind::plural).collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        for (int i = 0; i < ends.size() && ends.size() > 1; i++) {
            text.append(i + 1).append(i == 0 ? ". (as the other commands show it)\n" : ".\n");
            Map<Ref<?>, String> end = ends.get(i);
            open.forEach(ref -> text.append("     ")
                    .append(Visible.of(ref.kind().name()))
                    .append(' ')
                    .append(Visible.of(ref.qualifiedName()))
                    .append(' ')
                    .append(Visible.of(end.getOrDefault(ref, ABSENT)))
                    .append('\n'));
        }
        return text.toString();
    }

    @Override
    public JsonObject tree() {
        List<Map<Ref<?>, String>> ends = standings();
        List<Ref<?>> open = open(ends);
        List<JsonValue> all = new ArrayList<>();
        for (Map<Ref<?>, String> end : ends) {
            List<JsonValue> objects = open.stream()
                    .<JsonValue>map(ref ->
                            ExplanationTree.ref(ref).with("standing", new JsonString(end.getOrDefault(ref, ABSENT))))
                    .toList();
            all.add(JsonObject.of("objects", new JsonArray(objects)));
        }
        return AnswerTree.of("Exploration", world)
                .put("complete", JsonBool.of(exploration.isComplete()))
                .put("followed", JsonNumber.of(exploration.clustersSeen()))
                .put("ends", new JsonArray(all))
                .build();
    }

    @Override
    public ExitCode exitCode() {
        return unknown().isEmpty() ? ExitCode.FINE : ExitCode.BLOCKED;
    }

    /** Without which some controller does nothing. */
    private List<ObjectKind<?>> unknown() {
        return List.copyOf(world.settled().cluster().standing().stream()
                .flatMap(standing -> standing.unknown().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** How claims, volumes and pods stand at each end. */
    private List<Map<Ref<?>, String>> standings() {
        return exploration.ends().stream().map(Ends::standings).toList();
    }

    private static Map<Ref<?>, String> standings(Cluster end) {
        Map<Ref<?>, String> standings = new TreeMap<>();
        Stream.<KubernetesObject>concat(
                        end.list(PersistentVolumeClaim.KIND),
                        Stream.concat(end.list(PersistentVolume.KIND), end.list(Pod.KIND)))
                .forEach(object -> standings.put(object.ref(), standing(object)));
        return standings;
    }

    private static String standing(KubernetesObject object) {
        if (object instanceof PersistentVolumeClaim claim) {
            String phase = claim.status().phase().map(Object::toString).orElse("new");
            return claim.spec().volumeName().isEmpty()
                    ? "is " + phase
                    : "is " + phase + " to " + claim.spec().volumeName();
        }
        if (object instanceof PersistentVolume volume) {
            String phase = volume.status().phase().map(Object::toString).orElse("new");
            return "is " + phase
                    + volume.spec()
                            .claimRef()
                            .map(claim -> ", kept for " + claim.namespace() + "/" + claim.name())
                            .orElse("");
        }
        Pod pod = (Pod) object;
        return pod.isPlaced() ? "runs on " + pod.spec().nodeName() : "has no node";
    }

    /** Those that stand differently at some end. */
    private static List<Ref<?>> open(List<Map<Ref<?>, String>> ends) {
        Map<Ref<?>, HashSet<Optional<String>>> seen = new TreeMap<>();
        ends.forEach(end -> end.keySet().forEach(ref -> seen.put(ref, new HashSet<>())));
        seen.forEach((ref, standings) -> ends.forEach(end -> standings.add(Optional.ofNullable(end.get(ref)))));
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .<Ref<?>>map(Map.Entry::getKey)
                .toList();
    }
}
