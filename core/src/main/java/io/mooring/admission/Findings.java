package io.mooring.admission;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the checks found so far, in order, and the tree that was sent, to look at what typed objects do not keep. */
final class Findings {
    private final Supplier<JsonObject> sent;
    private Optional<JsonObject> tree = Optional.empty();
    private final List<Cause> causes = new ArrayList<>();

    Findings(Supplier<JsonObject> sent) {
        this.sent = sent;
    }

    void add(Cause cause) {
        causes.add(cause);
    }

    /** How many causes there are so far. */
    int size() {
        return causes.size();
    }

    /** Each cause once: upstream checks some fields twice on an update. */
    List<Cause> causes() {
        return List.copyOf(new LinkedHashSet<>(causes));
    }

    /** The value that was sent there; null if there was none. */
    JsonValue sent(FieldPath path) {
        if (tree.isEmpty()) {
            tree = Optional.of(sent.get());
        }
        JsonValue value = tree.get();
        for (FieldPath.Segment segment : path.segments()) {
            value = step(value, segment);
        }
        return value;
    }

    private static JsonValue step(JsonValue value, FieldPath.Segment segment) {
        if (value instanceof JsonObject object && segment instanceof FieldPath.Segment.Field field) {
            return object.get(field.name()).orElse(JsonNull.NULL);
        }
        if (value instanceof JsonObject object && segment instanceof FieldPath.Segment.Key key) {
            return object.get(key.key()).orElse(JsonNull.NULL);
        }
        if (value instanceof JsonArray array
                && segment instanceof FieldPath.Segment.Index index
                && index.index() < array.items().size()) {
            return array.items().get(index.index());
        }
        return JsonNull.NULL;
    }
}
