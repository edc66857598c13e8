package io.mooring.yaml.located;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.LineColumn;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A value, and where it and all its parts stand. What an alias repeats is shared, not copied. */
public abstract sealed class LocatedValue permits LocatedScalar, LocatedList, LocatedObject, LocatedLater {
    private final JsonValue value;
    private final LineColumn start;
    private final Flaw flaw;

    LocatedValue(JsonValue value, LineColumn start, Flaw flaw) {
        this.value = value;
        this.start = start;
        this.flaw = flaw;
    }

    /** A value without parts, or one of which nobody knows where its parts stand. */
    public static LocatedValue scalar(JsonValue value, LineColumn start) {
        return new LocatedScalar(value, start, Flaw.NONE);
    }

    /** A list of these items. */
    public static LocatedValue list(List<LocatedValue> items, LineColumn start) {
        return LocatedList.of(items, start);
    }

    /**
     * A list or an object whose parts are located when somebody asks where they stand.
     *
     * @param search gives the same value with all its parts; there is nothing wrong with them
     */
    public static LocatedValue later(JsonValue value, LineColumn start, Supplier<LocatedValue> search) {
        return new LocatedLater(value, start, search);
    }

    public JsonValue value() {
        return value;
    }

    /** Where the value begins; of a repeated one, where the alias stands. */
    public LineColumn start() {
        return start;
    }

    public Flaw flaw() {
        return flaw;
    }

    /** The same value, repeated by an alias. */
    abstract LocatedValue repeatedAt(LineColumn alias);

    /** The items of a list, or the values of an object's fields, in order. */
    public abstract List<LocatedValue> parts();

    /** The items of a list. */
    public List<LocatedValue> items() {
        return List.of();
    }

    /** The value of this field of an object. */
    Optional<LocatedValue> field(String name) {
        return Optional.empty();
    }

    /** Where the name of this field of an object stands. */
    public Optional<LineColumn> positionOfName(String name) {
        return Optional.empty();
    }

    /** Where this field of an object is: a scalar says best; a list or a map often begins on the line after its name. */
    public Optional<LineColumn> positionOfField(String name) {
        return field(name).flatMap(it -> it instanceof LocatedScalar ? Optional.of(it.start) : positionOfName(name));
    }

    /** The part at the end of this step. */
    public Optional<LocatedValue> step(FieldPath.Segment step) {
        if (step instanceof FieldPath.Segment.Index index && value instanceof JsonArray) {
            return index.index() < items().size() ? Optional.of(items().get(index.index())) : Optional.empty();
        }
        return field(step.name());
    }

    /** Where the part at the end of this step is looked for. */
    public Optional<LineColumn> positionOf(FieldPath.Segment step) {
        if (step instanceof FieldPath.Segment.Index && value instanceof JsonArray) {
            return step(step).map(LocatedValue::start);
        }
        return positionOfField(step.name());
    }
}
