package io.mooring.yaml;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value and where it stands, all the way down. What an alias repeats is shared.
 */
record Located(JsonValue value, Position start, Map<String, Member> members, List<Located> items) {

    /** A field: where its name stands, and its value. */
    record Member(Position key, Located value) {
        /** A scalar says best where a field is; a list or a map often begins on the next line, so its name does. */
        Position position() {
            return value.isScalar() ? value.start : key;
        }
    }

    static Located scalar(JsonValue value, Position start) {
        return new Located(value, start, Map.of(), List.of());
    }

    static Located list(List<Located> items, Position start) {
        return new Located(
                new JsonArray(items.stream().map(Located::value).toList()), start, Map.of(), List.copyOf(items));
    }

    /** Takes {@code members} over. */
    static Located object(Map<String, Member> members, Position start) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        members.forEach((name, member) -> fields.put(name, member.value().value()));
        return new Located(JsonObject.of(fields), start, members, List.of());
    }

    /** The same value where an alias of it stands. */
    Located at(Position alias) {
        return new Located(value, alias, members, items);
    }

    boolean isScalar() {
        return !(value instanceof JsonObject || value instanceof JsonArray);
    }

    Optional<Located> step(FieldPath.Segment step) {
        if (step instanceof FieldPath.Segment.Index index && value instanceof JsonArray) {
            return index.index() < items.size() ? Optional.of(items.get(index.index())) : Optional.empty();
        }
        return Optional.ofNullable(members.get(name(step))).map(Member::value);
    }

    /** Where the field at the end of this step is. */
    Optional<Position> position(FieldPath.Segment step) {
        if (step instanceof FieldPath.Segment.Index && value instanceof JsonArray) {
            return step(step).map(Located::start);
        }
        return Optional.ofNullable(members.get(name(step))).map(Member::position);
    }

    static String name(FieldPath.Segment step) {
        if (step instanceof FieldPath.Segment.Field field) {
            return field.name();
        }
        if (step instanceof FieldPath.Segment.Key key) {
            return key.key();
        }
        return Integer.toString(((FieldPath.Segment.Index) step).index());
    }
}
