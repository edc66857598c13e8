package io.mooring.binding.world;

import io.mooring.admission.object.Objects;
import io.mooring.meta.Ref;
import io.mooring.names.Confidential;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cluster as text, without what only shows in which order it was written: versions, times, the numbers in uids. */
final class Fingerprint {
    static final Pattern UID = Pattern.compile("00000000-0000-4000-8000-[0-9a-f]{12}");
    private static final Set<String> NUMBERED = Set.of("resourceVersion", "managedFields");
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
                .forEach(object -> lines.add(
                        named(plain(Confidential.masked(Objects.write(object))).toJson())));
        cluster.findings().forEach(finding -> lines.add(named(finding.toString())));
        for (int i = 0; i < cluster.queues().queues().size(); i++) {
            ControllerQueue<?> queue = cluster.queues().queue(i);
            if (!queue.isEmpty()) {
                lines.add(named(cluster.controllers().all().get(i).name() + " " + text(queue)));
            }
        }
        return String.join("\n", lines);
    }

    private static String text(ControllerQueue<?> queue) {
        String pending = queue.pending()
                .map(writes -> writes.item() + " " + writes.rest().size())
                .orElse("");
        return pending + queue.places().keySet() + queue.resync() + queue.parked();
    }

    /** A uid as the name of its object. */
    private String named(String text) {
        Matcher matcher = UID.matcher(text);
        StringBuilder named = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(named, Matcher.quoteReplacement(names.getOrDefault(matcher.group(), "gone")));
        }
        return matcher.appendTail(named).toString();
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
