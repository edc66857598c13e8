package io.mooring.schema;

import io.mooring.names.GoText;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.Optional;

/**
 * An offending value as the API server prints it. Upstream prints plain strings with Go's {@code %q}, numbers as they
 * are, and everything else as JSON; a text of a named type, such as an access mode, counts as everything else. The
 * fields within a structure are upstream's own and are left out.
 */
public record BadValue(String text) {
    /** An absent structure, list, map or pointer. */
    public static final BadValue NULL = new BadValue("null");

    /** A structure, or a map with entries. */
    public static final BadValue STRUCTURE = new BadValue("{...}");

    /** A list with items. */
    public static final BadValue LIST = new BadValue("[...]");

    /** A plain string: names, paths, keys. */
    public static BadValue of(String text) {
        return new BadValue(GoText.quoted(text));
    }

    public static BadValue of(long number) {
        return new BadValue(Long.toString(number));
    }

    /** A text of a named type: access modes, operators, policies, quantities. */
    public static BadValue ofTyped(String text) {
        return new BadValue(GoText.json(text));
    }

    /** A pointer to a structure. */
    public static BadValue ofStructure(Optional<?> structure) {
        return structure.isPresent() ? STRUCTURE : NULL;
    }

    /** What was sent, where typed objects do not tell absent from empty. */
    public static BadValue ofSent(JsonValue sent) {
        if (sent instanceof JsonObject object) {
            return object.isEmpty() ? new BadValue("{}") : STRUCTURE;
        }
        if (sent instanceof JsonArray array) {
            return array.items().isEmpty() ? new BadValue("[]") : LIST;
        }
        return sent == JsonNull.NULL ? NULL : new BadValue(sent.toJson());
    }
}
