package io.mooring.testkit.fabric8;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.Manifests;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.List;

/** A JSON patch, RFC 6902: operations at places, one after the other, all or none. Models {@code jsonPatcher.applyJSPatch}. */
final class JsonPatch {
    private static final int MOST_OPERATIONS = 10_000;
    private static final List<JsonValue> FROM_ELSEWHERE = List.of(new JsonString("move"), new JsonString("copy"));

    private JsonPatch() {}

    /** @throws RefusedException if it is no such patch, or an operation does not fit what is there */
    static JsonValue apply(JsonValue patch, JsonValue to) {
        if (!(patch instanceof JsonArray operations)
                || !operations.items().stream().allMatch(JsonPatch::isOperation)) {
            throw RefusedException.badRequest("error decoding patch: a JSON patch is a list of operations");
        }
        int size = operations.items().size();
        if (size > MOST_OPERATIONS) {
            throw RefusedException.tooLarge(
                    "The allowed maximum operations in a JSON patch is " + MOST_OPERATIONS + ", got " + size);
        }
        if (!operations.items().stream().allMatch(JsonPatch::isComplete)) {
            throw misfit();
        }
        try {
            JsonStructure patched =
                    Json.createPatch(structure(patch).asJsonArray()).apply(structure(to));
            return Manifests.readTreeJson(patched.toString());
        } catch (JsonException noSuchPlace) {
            throw misfit();
        }
    }

    /** The API server says no more, whichever operation it was. */
    private static RefusedException misfit() {
        return RefusedException.invalid("the server rejected our request due to an error in our request");
    }

    private static boolean isOperation(JsonValue item) {
        return item instanceof JsonObject operation && isText(operation, "op") && isText(operation, "path");
    }

    private static boolean isComplete(JsonValue item) {
        JsonObject operation = (JsonObject) item;
        boolean isFromElsewhere =
                operation.get("op").filter(FROM_ELSEWHERE::contains).isPresent();
        return !isFromElsewhere || isText(operation, "from");
    }

    private static boolean isText(JsonObject operation, String field) {
        return operation.get(field).filter(JsonString.class::isInstance).isPresent();
    }

    private static JsonStructure structure(JsonValue tree) {
        try (JsonReader reader = Json.createReader(new StringReader(tree.toJson()))) {
            return reader.read();
        }
    }
}
