package io.mooring.binding.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who came first goes first; as a value.
 *
 * @param front those in front, the first first; null only if there is nobody
 * @param back those behind, the last first
 */
record Line<I>(@Nullable Cell<I> front, @Nullable Cell<I> back) {

    /** One, and those next to it. */
    private record Cell<I>(I item, @Nullable Cell<I> next) {}

    static <I> Line<I> empty() {
        return new Line<>(null, null);
    }

    boolean isEmpty() {
        return front == null;
    }

    /** There has to be one. */
    I first() {
        return Objects.requireNonNull(front).item();
    }

    Line<I> plus(I item) {
        return front == null ? new Line<>(new Cell<>(item, null), null) : new Line<>(front, new Cell<>(item, back));
    }

    /** Without an item that is in it once. Costs by their number, unless it is the first. */
    Line<I> minus(I item) {
        if (item.equals(first())) {
            return withoutFirst();
        }
        Line<I> rest = empty();
        for (I each : items()) {
            rest = each.equals(item) ? rest : rest.plus(each);
        }
        return rest;
    }

    private Line<I> withoutFirst() {
        Cell<I> next = Objects.requireNonNull(front).next();
        return next != null ? new Line<>(next, back) : new Line<>(turned(), null);
    }

    /** Those behind, the first first. */
    private @Nullable Cell<I> turned() {
        Cell<I> turned = null;
        for (Cell<I> each = back; each != null; each = each.next()) {
            turned = new Cell<>(each.item(), turned);
        }
        return turned;
    }

    /** All, in order. */
    List<I> items() {
        List<I> items = new ArrayList<>();
        for (Cell<I> each = front; each != null; each = each.next()) {
            items.add(each.item());
        }
        for (Cell<I> each = turned(); each != null; each = each.next()) {
            items.add(each.item());
        }
        return items;
    }
}
