package io.mooring.testkit.fabric8;

import io.mooring.meta.Ref;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Server-side apply: what a manager no longer applies goes, unless another manager applies it too; what another manager applies
 * otherwise is a conflict, unless it is forced. Only managers that apply own fields here; who creates, updates or patches does not.
 */
final class AppliedFields {
    /** What each manager applied last, by object. */
    private final Map<Ref<?>, Map<String, JsonObject>> applied = new HashMap<>();

    /**
     * The object after the apply. Nothing is remembered until {@link #took}.
     *
     * @throws RefusedException if another manager applied a field otherwise
     */
    JsonObject apply(Ref<?> object, String manager, JsonObject configuration, JsonObject stored, boolean isForced) {
        Map<String, JsonObject> all = applied.getOrDefault(object, Map.of());
        Map<String, JsonObject> others = new LinkedHashMap<>(all);
        JsonObject before = Optional.ofNullable(others.remove(manager)).orElse(JsonObject.EMPTY);
        if (!isForced) {
            others.forEach((other, theirs) -> refuseConflicts(other, theirs, configuration));
        }
        JsonObject rest = stored;
        for (String field : List.copyOf(before.fields().keySet())) {
            rest = withoutAbandoned(rest, field, before, configuration, List.copyOf(others.values()));
        }
        return StrategicMerge.apply(configuration, rest);
    }

    /** The apply was accepted. */
    void took(Ref<?> object, String manager, JsonObject configuration) {
        applied.computeIfAbsent(object, each -> new LinkedHashMap<>()).put(manager, configuration);
    }

    /** The object is gone, and who applied what with it. */
    void forget(Ref<?> object) {
        applied.remove(object);
    }

    private static void refuseConflicts(String other, JsonObject theirs, JsonObject ours) {
        Set<String> conflicts = new TreeSet<>();
        collect("", theirs, ours, conflicts);
        if (!conflicts.isEmpty()) {
            throw RefusedException.conflict("Apply failed with " + conflicts.size() + " conflict"
                    + (conflicts.size() == 1 ? "" : "s") + ": conflict" + (conflicts.size() == 1 ? "" : "s")
                    + " with \"" + other + "\": " + String.join(", ", conflicts));
        }
    }

    private static void collect(String path, JsonObject theirs, JsonObject ours, Set<String> conflicts) {
        for (String field : ours.fields().keySet()) {
            JsonValue their = theirs.get(field).orElse(JsonNull.NULL);
            JsonValue our = ours.get(field).orElse(JsonNull.NULL);
            if (their instanceof JsonObject first && our instanceof JsonObject second) {
                collect(path + "." + field, first, second, conflicts);
            } else if (theirs.has(field) && !isMerged(field) && !their.equals(our)) {
                conflicts.add(path + "." + field);
            }
        }
    }

    private static boolean isMerged(String field) {
        return MergedLists.isSet(field) || MergedLists.keys(field).isPresent();
    }

    /** Without what was applied in this field and is not any more, by nobody. */
    private static JsonObject withoutAbandoned(
            JsonObject stored, String field, JsonObject before, JsonObject now, List<JsonObject> others) {
        boolean isKept = now.has(field) || others.stream().anyMatch(other -> other.has(field));
        if (!isKept) {
            return stored.without(field);
        }
        JsonValue was = before.get(field).orElse(JsonNull.NULL);
        JsonValue there = stored.get(field).orElse(JsonNull.NULL);
        if (was instanceof JsonObject object && there instanceof JsonObject inner) {
            List<JsonObject> theirs =
                    others.stream().map(other -> object(other.get(field))).toList();
            JsonObject rest = inner;
            for (String child : object.fields().keySet()) {
                rest = withoutAbandoned(rest, child, object, object(now.get(field)), theirs);
            }
            return stored.with(field, rest);
        }
        if (was instanceof JsonArray array && there instanceof JsonArray items && isMerged(field)) {
            List<JsonValue> kept = new ArrayList<>(items.items());
            kept.removeIf(item -> isIn(field, item, array)
                    && !isIn(field, item, now.get(field).orElse(JsonNull.NULL))
                    && others.stream()
                            .noneMatch(
                                    other -> isIn(field, item, other.get(field).orElse(JsonNull.NULL))));
            return stored.with(field, new JsonArray(kept));
        }
        return stored;
    }

    private static boolean isIn(String field, JsonValue item, JsonValue list) {
        if (!(list instanceof JsonArray array)) {
            return false;
        }
        return MergedLists.keys(field)
                .filter(keys -> item instanceof JsonObject)
                .map(keys ->
                        StrategicMerge.placeOf(keys, StrategicMerge.key(keys, (JsonObject) item), array.items()) >= 0)
                .orElseGet(() -> array.items().contains(item));
    }

    private static JsonObject object(Optional<JsonValue> value) {
        return value.orElse(JsonNull.NULL) instanceof JsonObject object ? object : JsonObject.EMPTY;
    }
}
