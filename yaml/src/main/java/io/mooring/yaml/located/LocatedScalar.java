package io.mooring.yaml.located;

import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.LineColumn;
import java.util.List;

/** A value without parts. */
final class LocatedScalar extends LocatedValue {
    LocatedScalar(JsonValue value, LineColumn start, Flaw flaw) {
        super(value, start, flaw);
    }

    /** A value that could not be read. */
    static LocatedScalar unreadable(LineColumn start) {
        return new LocatedScalar(JsonNull.NULL, start, Flaw.HERE);
    }

    @Override
    LocatedValue repeatedAt(LineColumn alias) {
        return new LocatedScalar(value(), alias, flaw());
    }

    @Override
    public List<LocatedValue> parts() {
        return List.of();
    }
}
