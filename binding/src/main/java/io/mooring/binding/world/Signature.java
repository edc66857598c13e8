package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A world as text, without what only tells in which order it was written: versions, times, the numbers in uids. */
final class Signature {
    private static final Pattern UID = Pattern.compile("00000000-0000-4000-8000-[0-9a-f]{12}");
    private static final Set<String> NUMBERED = Set.of("resourceVersion", "managedFields");
    private static final String TIME_ENDING = "Time";
    private static final String STAMP_ENDING = "Timestamp";

    private final Cluster world;

    private Signature(Cluster world) {
        this.world = world;
    }

    static String of(Cluster world) {
        return new Signature(world).text();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        world.objects()
                .forEach(object ->
                        lines.add(named(plain(object.kind().write(object)).toJson())));
        Branching.lanes(world).forEach((name, lane) -> lines.add(named(name + " " + text(lane))));
        return String.join("\n", lines);
    }

    private static String text(Lane lane) {
        String flight =
                lane.flight().map(at -> at.key() + " " + at.rest().size()).orElse("");
        return flight + new TreeSet<>(lane.places().keySet()) + lane.resync() + lane.parked();
    }

    /** A uid as the key of its object. */
    private String named(String text) {
        Matcher matcher = UID.matcher(text);
        StringBuilder named = new StringBuilder();
        while (matcher.find()) {
            String name = world.byUid(matcher.group())
                    .map(KubernetesObject::ref)
                    .map(key -> key.kind() + "/" + key.namespace() + "/"
                            + (key.name().contains(matcher.group()) ? "of-itself" : key.name()))
                    .orElse("gone");
            matcher.appendReplacement(named, Matcher.quoteReplacement(name));
        }
        return matcher.appendTail(named).toString();
    }

    private static JsonValue plain(JsonValue value) {
        if (value instanceof JsonArray array) {
            return new JsonArray(array.items().stream().map(Signature::plain).toList());
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
