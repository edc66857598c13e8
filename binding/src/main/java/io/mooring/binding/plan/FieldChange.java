package io.mooring.binding.plan;

import io.mooring.meta.Ref;
import io.mooring.names.Confidential;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A field that two trees have differently. What numbers an object or says when something was is no difference.
 *
 * @param path from the object on: {@code spec.replicas}
 * @param before a text as it is, anything else as JSON
 * @param after likewise
 */
record FieldChange(String path, Optional<String> before, Optional<String> after) {
    private static final Set<String> NUMBERS =
            Set.of("uid", "resourceVersion", "generation", "observedGeneration", "managedFields");

    private static final String CONDITIONS = "status.conditions";

    private static final List<String> OF_SECRETS = List.of("data", "stringData", "metadata.annotations");

    /** Annotations by which the controller of Deployments counts: the revision, how many pods a ReplicaSet is to have. */
    private static final String COUNTED_BY_DEPLOYMENTS = "deployment.kubernetes.io/";

    /** Every field that differs, by path; a list that differs counts as one. */
    static List<FieldChange> between(JsonObject before, JsonObject after) {
        List<FieldChange> changes = new ArrayList<>();
        collect("", Optional.of(before), Optional.of(after), changes);
        return changes;
    }

    /** Every field that differs, by path; what may be a secret without its values. */
    static List<FieldChange> between(Ref<?> object, JsonObject before, JsonObject after) {
        List<FieldChange> changes = between(before, after);
        return Confidential.isKind(object.kind().name())
                ? changes.stream().map(FieldChange::masked).toList()
                : changes;
    }

    /** As kubectl diff shows a Secret. */
    private FieldChange masked() {
        boolean isShown = OF_SECRETS.stream().noneMatch(field -> path.equals(field) || path.startsWith(field + "."));
        return isShown
                ? this
                : new FieldChange(
                        path,
                        before.map(value -> Confidential.MASK + " (before)"),
                        after.map(value -> Confidential.MASK + " (after)"));
    }

    private static void collect(
            String path, Optional<JsonValue> before, Optional<JsonValue> after, List<FieldChange> changes) {
        if (before.equals(after)) {
            return;
        }
        if (path.equals(CONDITIONS)) {
            collectConditions(Conditions.of(before), Conditions.of(after), changes);
            return;
        }
        boolean isWithin = before.orElse(JsonObject.EMPTY) instanceof JsonObject
                && after.orElse(JsonObject.EMPTY) instanceof JsonObject;
        if (!isWithin) {
            if (!before.map(FieldChange::plain).equals(after.map(FieldChange::plain))) {
                changes.add(new FieldChange(path, before.map(FieldChange::text), after.map(FieldChange::text)));
            }
            return;
        }
        int known = changes.size();
        JsonObject former = (JsonObject) before.orElse(JsonObject.EMPTY);
        JsonObject present = (JsonObject) after.orElse(JsonObject.EMPTY);
        Set<String> names = new TreeSet<>(former.fields().keySet());
        names.addAll(present.fields().keySet());
        for (String name : names) {
            if (!isNumber(name)) {
                collect(path.isEmpty() ? name : path + "." + name, former.get(name), present.get(name), changes);
            }
        }
        boolean isAbsentOrEmpty = before.isPresent() != after.isPresent() && names.isEmpty();
        if (isAbsentOrEmpty && changes.size() == known) {
            changes.add(new FieldChange(path, before.map(FieldChange::text), after.map(FieldChange::text)));
        }
    }

    /** Each by its type, and without its times. */
    private static void collectConditions(Conditions before, Conditions after, List<FieldChange> changes) {
        Set<String> types = new TreeSet<>(before.byType().keySet());
        types.addAll(after.byType().keySet());
        for (String type : types) {
            Optional<String> former = before.text(type);
            Optional<String> present = after.text(type);
            if (!former.equals(present)) {
                changes.add(new FieldChange(CONDITIONS + "[" + type + "]", former, present));
            }
        }
    }

    private static boolean isNumber(String name) {
        return NUMBERS.contains(name)
                || name.endsWith("Time")
                || name.endsWith("Timestamp")
                || name.startsWith(COUNTED_BY_DEPLOYMENTS);
    }

    private static JsonValue plain(JsonValue value) {
        if (value instanceof JsonArray array) {
            return new JsonArray(array.items().stream().map(FieldChange::plain).toList());
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        JsonObject.Builder plain = JsonObject.builder();
        object.fields().forEach((name, field) -> {
            if (!isNumber(name)) {
                plain.put(name, plain(field));
            }
        });
        return plain.build();
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.value() : value.toJson();
    }
}
