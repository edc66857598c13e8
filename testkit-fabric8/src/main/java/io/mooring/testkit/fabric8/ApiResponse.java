package io.mooring.testkit.fabric8;

import io.mooring.admission.Cause;
import io.mooring.binding.world.Answer;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;

/**
 * What the API server answers.
 *
 * @param warnings as a {@code Warning} header each
 */
record ApiResponse(int code, JsonObject body, List<String> warnings) {
    private static final int OK = 200;
    private static final int CREATED = 201;

    ApiResponse {
        warnings = List.copyOf(warnings);
    }

    static ApiResponse ok(JsonObject body) {
        return new ApiResponse(OK, body, List.of());
    }

    static ApiResponse created(JsonObject body) {
        return new ApiResponse(CREATED, body, List.of());
    }

    ApiResponse with(List<String> more) {
        return new ApiResponse(code, body, more);
    }

    /** A {@code Status} that says what is wrong. Models {@code metav1.Status}. */
    static ApiResponse refused(Answer.Refused refused) {
        JsonObject.Builder status =
                status("Failure").put("message", refused.message()).put("reason", refused.reason());
        List<Cause> causes = refused.causes().stream()
                .filter(cause -> !cause.kind().reason().isEmpty())
                .toList();
        if (!causes.isEmpty()) {
            status.put(
                    "details",
                    JsonObject.of(
                            "causes",
                            new JsonArray(List.copyOf(
                                    causes.stream().map(ApiResponse::cause).toList()))));
        }
        return new ApiResponse(
                refused.code(),
                status.put("code", JsonNumber.of(refused.code())).build(),
                List.of());
    }

    private static JsonObject cause(Cause cause) {
        return JsonObject.builder()
                .put("reason", cause.kind().reason())
                .put("message", cause.message())
                .put("field", cause.field().toString())
                .build();
    }

    /** The answer to a deletion after which the object is gone. */
    static ApiResponse deleted(String name, String plural, String uid) {
        return ok(status("Success")
                .put(
                        "details",
                        JsonObject.builder()
                                .put("name", name)
                                .put("kind", plural)
                                .put("uid", uid)
                                .build())
                .build());
    }

    /** The answer to what was done and leaves no object of its own. */
    static ApiResponse done() {
        return created(status("Success").put("code", JsonNumber.of(CREATED)).build());
    }

    private static JsonObject.Builder status(String status) {
        return JsonObject.builder()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("metadata", JsonObject.EMPTY)
                .put("status", new JsonString(status));
    }
}
