package io.mooring.yaml.located;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.LineColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value, and where it and all its parts stand. What an alias repeats is shared, not copied.
 *
 * @param start where the value begins; of a repeated one, where the alias stands
 * @param members the fields of an object, by name
 * @param items the items of a list
 */
public record LocatedValue(
        JsonValue value, LineColumn start, Map<String, Member> members, List<LocatedValue> items, Flaw flaw) {

    /**
     * A field of an object.
     *
     * @param name where its name stands
     */
    public record Member(LineColumn name, LocatedValue value) {
        /** A scalar says best where a field is. A list or a map often begins on the line after its name. */
        public LineColumn position() {
            return value.isScalar() ? value.start : name;
        }
    }

    public static LocatedValue scalar(JsonValue value, LineColumn start) {
        return new LocatedValue(value, start, Map.of(), List.of(), Flaw.NONE);
    }

    /** A value that could not be read. */
    static LocatedValue unreadable(LineColumn start) {
        return new LocatedValue(JsonNull.NULL, start, Map.of(), List.of(), Flaw.HERE);
    }

    static LocatedValue list(List<LocatedValue> items, LineColumn start) {
        Flaw flaw = Flaw.NONE;
        for (LocatedValue item : items) {
            flaw = flaw.or(item.flaw.around());
        }
        JsonArray value = new JsonArray(items.stream().map(LocatedValue::value).toList());
        return new LocatedValue(value, start, Map.of(), List.copyOf(items), flaw);
    }

    /**
     * An object. The map is not copied and must not be changed afterwards.
     *
     * @param flaw of the object's own keys
     */
    static LocatedValue object(Map<String, Member> members, LineColumn start, Flaw flaw) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        Flaw worst = flaw;
        for (Map.Entry<String, Member> member : members.entrySet()) {
            LocatedValue value = member.getValue().value();
            fields.put(member.getKey(), value.value());
            worst = worst.or(value.flaw.around());
        }
        return new LocatedValue(JsonObject.of(fields), start, members, List.of(), worst);
    }

    /** The same value, repeated by an alias. */
    LocatedValue repeatedAt(LineColumn alias) {
        return new LocatedValue(value, alias, members, items, flaw);
    }

    /** Nothing where an object is wanted is an empty one. */
    boolean mayBeObject() {
        return value instanceof JsonObject || value instanceof JsonNull;
    }

    private boolean isScalar() {
        return !(value instanceof JsonObject || value instanceof JsonArray);
    }

    /** The part at the end of this step. */
    public Optional<LocatedValue> step(FieldPath.Segment step) {
        if (step instanceof FieldPath.Segment.Index index && value instanceof JsonArray) {
            return index.index() < items.size() ? Optional.of(items.get(index.index())) : Optional.empty();
        }
        return member(step.name()).map(Member::value);
    }

    /** Where the part at the end of this step is looked for. */
    public Optional<LineColumn> positionOf(FieldPath.Segment step) {
        if (step instanceof FieldPath.Segment.Index && value instanceof JsonArray) {
            return step(step).map(LocatedValue::start);
        }
        return member(step.name()).map(Member::position);
    }

    public Optional<Member> member(String name) {
        return Optional.ofNullable(members.get(name));
    }
}
