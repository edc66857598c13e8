package io.mooring.yaml.located;

import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.LineColumn;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list or an object where it is found out only when somebody asks where its parts stand: of most nobody ever does. */
final class LocatedLater extends LocatedValue {
    private final Supplier<LocatedValue> search;
    private @Nullable LocatedValue found;

    /** @param search gives the value with all its parts; there is nothing wrong with them */
    LocatedLater(JsonValue value, LineColumn start, Supplier<LocatedValue> search) {
        super(value, start, Flaw.NONE);
        this.search = search;
    }

    /** Two who ask at once find the same. */
    private LocatedValue found() {
        LocatedValue known = found;
        if (known == null) {
            known = search.get();
            found = known;
        }
        return known;
    }

    @Override
    LocatedValue repeatedAt(LineColumn alias) {
        return new LocatedLater(value(), alias, search);
    }

    @Override
    public List<LocatedValue> parts() {
        return found().parts();
    }

    @Override
    public List<LocatedValue> items() {
        return found().items();
    }

    @Override
    Optional<LocatedValue> field(String name) {
        return found().field(name);
    }

    @Override
    public Optional<LineColumn> positionOfName(String name) {
        return found().positionOfName(name);
    }
}
