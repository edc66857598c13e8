package io.mooring.names;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What of an object no message shows: the values of a Secret, wherever {@code kubectl apply} has put them too. Their keys may be
 * shown.
 *
 * <pre>
 * data, stringData        every value
 * metadata.annotations    every value: kubectl.kubernetes.io/last-applied-configuration has the data once more
 * </pre>
 *
 * <p>An object that does not say what it is may be a Secret. Whoever asks for the object itself gets it as it is.
 */
public final class Confidential {
    /** Stands for a value, as in {@code kubectl diff}. */
    public static final String MASK = "***";

    private static final String SECRET = "secret";
    private static final String ANNOTATIONS = "annotations";
    private static final List<String> VALUES = List.of("data", "stringData");
    private static final Set<String> WITH_VALUES = Set.of("data", "stringData", ANNOTATIONS);

    private Confidential() {}

    /** Whether objects of this kind have secrets, however the word is spelt: {@code Secret}, {@code secrets}, {@code SealedSecret}. */
    public static boolean isKind(String kind) {
        return kind.toLowerCase(Locale.ROOT).contains(SECRET);
    }

    /** Whether a Secret would have a value there. */
    public static boolean isAt(FieldPath path) {
        return path.segments().stream().anyMatch(segment -> WITH_VALUES.contains(segment.name()));
    }

    /** The object, and those that it lists, without the values of what may be a Secret. */
    public static JsonObject masked(JsonObject object) {
        JsonObject masked = mayBeSecret(object) ? withoutValues(object) : object;
        return masked.get("items")
                .filter(JsonArray.class::isInstance)
                .map(items -> masked.with("items", ofItems((JsonArray) items)))
                .orElse(masked);
    }

    /** The problems of reading an object of this kind, without the values that they quote where those may be secret. */
    public static List<DecodingProblem> masked(String kind, List<DecodingProblem> problems) {
        return isKind(kind) ? problems.stream().map(Confidential::masked).toList() : problems;
    }

    private static DecodingProblem masked(DecodingProblem problem) {
        return problem instanceof DecodingProblem.WrongType wrong && isAt(wrong.path())
                ? new DecodingProblem.WrongType(wrong.path(), wrong.expected(), everything(wrong.actual()))
                : problem;
    }

    private static boolean mayBeSecret(JsonObject object) {
        Optional<String> kind =
                object.get("kind").filter(JsonString.class::isInstance).map(text -> ((JsonString) text).value());
        return kind.filter(text -> !text.isEmpty()).map(Confidential::isKind).orElse(true);
    }

    private static JsonArray ofItems(JsonArray items) {
        return new JsonArray(items.items().stream()
                .map(item -> item instanceof JsonObject object ? masked(object) : everything(item))
                .toList());
    }

    private static JsonObject withoutValues(JsonObject object) {
        JsonObject masked = object;
        for (String field : VALUES) {
            masked = with(masked, field, masked.get(field).map(Confidential::everything));
        }
        return with(masked, "metadata", masked.get("metadata").map(Confidential::metadata));
    }

    private static JsonValue metadata(JsonValue metadata) {
        return metadata instanceof JsonObject object
                ? with(object, ANNOTATIONS, object.get(ANNOTATIONS).map(Confidential::everything))
                : everything(metadata);
    }

    private static JsonObject with(JsonObject object, String field, Optional<JsonValue> value) {
        return value.map(it -> object.with(field, it)).orElse(object);
    }

    private static JsonValue everything(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder masked = JsonObject.builder();
            object.fields().forEach((name, field) -> masked.put(name, everything(field)));
            return masked.build();
        }
        if (value instanceof JsonArray array) {
            return new JsonArray(
                    array.items().stream().map(Confidential::everything).toList());
        }
        return value instanceof JsonString || value instanceof JsonNumber || value instanceof JsonBool
                ? new JsonString(MASK)
                : JsonNull.NULL;
    }
}
