package io.mooring.yaml.located;

import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.LineColumn;
import java.util.List;
import java.util.Optional;

/** An object, and where the names and the values of its fields stand. */
final class LocatedObject extends LocatedValue {
    private final FieldTable fields;

    /** @param fields in the order of the value's */
    LocatedObject(JsonValue value, FieldTable fields, Flaw flaw, LineColumn start) {
        super(value, start, flaw);
        this.fields = fields;
    }

    FieldTable fields() {
        return fields;
    }

    @Override
    LocatedValue repeatedAt(LineColumn alias) {
        return new LocatedObject(value(), fields, flaw(), alias);
    }

    @Override
    public List<LocatedValue> parts() {
        return fields.values();
    }

    @Override
    Optional<LocatedValue> field(String name) {
        int index = fields.indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(fields.value(index));
    }

    @Override
    public Optional<LineColumn> positionOfName(String name) {
        int index = fields.indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(fields.position(index));
    }
}
