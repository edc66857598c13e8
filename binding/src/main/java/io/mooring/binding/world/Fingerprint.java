package io.mooring.binding.world;

import io.mooring.admission.object.Objects;
import io.mooring.meta.Ref;
import io.mooring.names.Confidential;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A cluster as text, without what only shows in which order it was written: versions, times, the numbers in uids. */
final class Fingerprint {
    private static final Set<String> NUMBERED = Set.of("resourceVersion", "managedFields");
    private static final Set<String> UNORDERED = Set.of("volumesAttached", "volumesInUse");
    private static final String TIME_ENDING = "Time";
    private static final String STAMP_ENDING = "Timestamp";

    private final Cluster cluster;
    private final Map<String, String> names;

    private Fingerprint(Cluster cluster) {
        this.cluster = cluster;
        this.names = names(cluster);
    }

    static String of(Cluster cluster) {
        return new Fingerprint(cluster).text();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        cluster.all()
                .forEach(object -> lines.add(named(inNoOrder(plain(Confidential.masked(Objects.write(object))))
                        .toJson())));
        // By their names, and not by the uids in them.
        lines.sort(Comparator.naturalOrder());
        cluster.findings().forEach(finding -> lines.add(named(finding.toString())));
        Work.of(cluster).forEach(work -> lines.add(named(work)));
        return String.join("\n", lines);
    }

    /** In which order a node's volumes were attached says nothing of its future. */
    private JsonValue inNoOrder(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        JsonObject ordered = object;
        for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
            JsonValue inside = field.getValue();
            boolean isSet = UNORDERED.contains(field.getKey()) && inside instanceof JsonArray;
            ordered = ordered.with(field.getKey(), isSet ? sorted((JsonArray) inside) : inNoOrder(inside));
        }
        return ordered;
    }

    private JsonArray sorted(JsonArray array) {
        return new JsonArray(array.items().stream()
                .sorted(Comparator.comparing(item -> named(item.toJson())))
                .toList());
    }

    private String named(String text) {
        return named(text, 0);
    }

    /** A uid as the name of its object; a volume is named after the uid of its claim. */
    private String named(String text, int depth) {
        return Uids.replacedIn(text, uid -> {
            String name = names.getOrDefault(uid, "gone");
            return depth == Trail.DEEPEST ? name : named(name, depth + 1);
        });
    }

    private static Map<String, String> names(Cluster cluster) {
        Map<String, String> names = new HashMap<>();
        cluster.all().forEach(object -> {
            String uid = object.metadata().uid();
            Ref<?> ref = object.ref();
            String name = ref.name().contains(uid) ? "of-itself" : ref.name();
            names.put(uid, ref.kind() + "/" + ref.namespace() + "/" + name);
        });
        return names;
    }

    /** The tree without what only shows the order. */
    static JsonValue plain(JsonValue value) {
        if (value instanceof JsonArray array) {
            return new JsonArray(array.items().stream().map(Fingerprint::plain).toList());
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        JsonObject.Builder plain = JsonObject.builder();
        for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
            String name = field.getKey();
            if (NUMBERED.contains(name)) {
                continue;
            }
            boolean isTime = name.endsWith(TIME_ENDING) || name.endsWith(STAMP_ENDING);
            plain.put(name, isTime ? new JsonString("T") : plain(field.getValue()));
        }
        return plain.build();
    }
}
