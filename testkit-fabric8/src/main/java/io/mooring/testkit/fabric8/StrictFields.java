package io.mooring.testkit.fabric8;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What a request says that its kind does not have: dropped with a warning, as the API server does unless it is asked for {@code
 * fieldValidation=Strict}.
 *
 * @param tree without unknown fields
 * @param warnings one for each
 */
record StrictFields(JsonObject tree, List<String> warnings) {
    static StrictFields of(JsonObject tree, Requested requested) {
        boolean isStrict = requested.parameter("fieldValidation").equals("Strict");
        if (isStrict) {
            return new StrictFields(tree, List.of());
        }
        List<String> warnings = new ArrayList<>();
        JsonValue known = tree;
        for (Problem problem : Manifests.readJson(tree.toJson()).problems()) {
            if (problem instanceof Problem.UnknownField) {
                warnings.add(problem.message());
                known = without(known, problem.location().path().segments());
            }
        }
        boolean isQuiet = requested.parameter("fieldValidation").equals("Ignore");
        return new StrictFields((JsonObject) known, isQuiet ? List.of() : warnings);
    }

    private static JsonValue without(JsonValue from, List<FieldPath.Segment> path) {
        FieldPath.Segment step = path.get(0);
        List<FieldPath.Segment> rest = path.subList(1, path.size());
        if (from instanceof JsonObject object && object.has(step.name())) {
            return rest.isEmpty()
                    ? object.without(step.name())
                    : object.with(step.name(), without(step.in(object), rest));
        }
        if (from instanceof JsonArray array && step instanceof FieldPath.Segment.Index index && !rest.isEmpty()) {
            List<JsonValue> items = new ArrayList<>(array.items());
            items.set(index.index(), without(items.get(index.index()), rest));
            return new JsonArray(items);
        }
        return from;
    }
}
