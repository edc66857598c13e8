package io.mooring.testkit.fabric8;

import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import io.mooring.tree.MergePatch;
import java.util.Arrays;
import java.util.function.BinaryOperator;

/** The kinds of patch, by their media types. */
enum PatchType {
    JSON("application/json-patch+json", JsonPatch::apply),
    MERGE("application/merge-patch+json", (patch, to) -> MergePatch.apply((JsonObject) to, object(patch))),
    STRATEGIC(
            "application/strategic-merge-patch+json",
            (patch, to) -> StrategicMerge.apply(object(patch), (JsonObject) to)),
    APPLY("application/apply-patch+yaml", (patch, to) -> {
        throw new IllegalStateException("an apply needs to know its manager");
    });

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // A function without state.
    private final BinaryOperator<JsonValue> change;

    PatchType(String mediaType, BinaryOperator<JsonValue> change) {
        this.mediaType = mediaType;
        this.change = change;
    }

    /** @throws RefusedException if it is none */
    static PatchType of(String contentType) {
        return Arrays.stream(values())
                .filter(each -> contentType.startsWith(each.mediaType))
                .findFirst()
                .orElseThrow(() -> RefusedException.unsupported("no kind of patch: " + contentType));
    }

    /** The object after the patch. */
    JsonValue apply(JsonValue patch, JsonObject to) {
        return change.apply(patch, to);
    }

    private static JsonObject object(JsonValue patch) {
        if (patch instanceof JsonObject object) {
            return object;
        }
        throw RefusedException.badRequest("a merge patch is an object");
    }
}
