package io.mooring.yaml.located;

import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.LineColumn;
import java.util.List;

/** A value without parts. */
final class LocatedScalar extends LocatedValue {
    private final JsonValue value;
    private final Flaw flaw;

    LocatedScalar(JsonValue value, LineColumn start, Flaw flaw) {
        super(start);
        this.value = value;
        this.flaw = flaw;
    }

    /** A value that could not be read. */
    static LocatedScalar unreadable(LineColumn start) {
        return new LocatedScalar(JsonNull.NULL, start, Flaw.HERE);
    }

    @Override
    public JsonValue value() {
        return value;
    }

    @Override
    public Flaw flaw() {
        return flaw;
    }

    @Override
    LocatedValue repeatedAt(LineColumn alias) {
        return new LocatedScalar(value, alias, flaw);
    }

    @Override
    public List<LocatedValue> parts() {
        return List.of();
    }
}
