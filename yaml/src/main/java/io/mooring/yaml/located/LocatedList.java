package io.mooring.yaml.located;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.LineColumn;
import java.util.Arrays;
import java.util.List;

/** A list, and where its items stand. */
final class LocatedList extends LocatedValue {
    private final List<LocatedValue> items;

    private LocatedList(JsonValue value, List<LocatedValue> items, Flaw flaw, LineColumn start) {
        super(value, start, flaw);
        this.items = items;
    }

    static LocatedList of(List<LocatedValue> items, LineColumn start) {
        JsonValue[] values = new JsonValue[items.size()];
        Flaw flaw = Flaw.NONE;
        for (int i = 0; i < values.length; i++) {
            values[i] = items.get(i).value();
            flaw = flaw.or(items.get(i).flaw().around());
        }
        return new LocatedList(new JsonArray(Arrays.asList(values)), List.copyOf(items), flaw, start);
    }

    @Override
    LocatedValue repeatedAt(LineColumn alias) {
        return new LocatedList(value(), items, flaw(), alias);
    }

    @Override
    public List<LocatedValue> parts() {
        return items;
    }

    @Override
    public List<LocatedValue> items() {
        return items;
    }
}
