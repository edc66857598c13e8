package io.mooring.tree;

/** JSON merge patch (RFC 7386): objects merge field by field, null removes, anything else replaces. */
public final class MergePatch {
    private MergePatch() {}

    /** {@code target} changed by {@code patch}; neither is touched. */
    public static JsonValue apply(JsonValue target, JsonValue patch) {
        if (!(patch instanceof JsonObject changes)) {
            return patch;
        }
        return apply(target instanceof JsonObject object ? object : JsonObject.EMPTY, changes);
    }

    /** {@code target} changed by {@code patch}; neither is touched. */
    public static JsonObject apply(JsonObject target, JsonObject patch) {
        JsonObject.Builder result = JsonObject.builder();
        target.fields().forEach((name, value) -> {
            JsonValue change = patch.get(name).orElse(value);
            if (change != JsonNull.NULL || !patch.has(name)) {
                result.put(name, patch.has(name) ? apply(value, change) : value);
            }
        });
        patch.fields().forEach((name, change) -> {
            if (change != JsonNull.NULL && !target.has(name)) {
                result.put(name, apply(JsonNull.NULL, change));
            }
        });
        return result.build();
    }

    /** The patch that does what {@code first} does and then {@code second}. */
    public static JsonObject combine(JsonObject first, JsonObject second) {
        JsonObject.Builder result = JsonObject.builder().putAll(first);
        second.fields().forEach((name, change) -> {
            boolean areBothObjects = change instanceof JsonObject
                    && first.get(name).filter(JsonObject.class::isInstance).isPresent();
            result.put(
                    name,
                    areBothObjects ? combine((JsonObject) first.get(name).orElseThrow(), (JsonObject) change) : change);
        });
        return result.build();
    }
}
