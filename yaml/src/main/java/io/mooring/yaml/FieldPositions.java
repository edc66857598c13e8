package io.mooring.yaml;

import io.mooring.tree.FieldPath;
import io.mooring.yaml.located.LocatedValue;
import io.mooring.yaml.node.LineColumn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The position of each field of an object. A scalar is where it begins, a list or a map where its name begins, an item of a
 * list where the item begins. Of an object of JSON the text is kept, and searched when somebody asks.
 */
public final class FieldPositions {
    /** A search for a name further down gives up after this many parts. */
    private static final int MOST_SEARCHED = 10_000;

    private final LocatedValue root;

    FieldPositions(LocatedValue root) {
        this.root = root;
    }

    /** The position of the field; empty if the text does not have the field. */
    public Optional<Position> exact(FieldPath path) {
        LocatedValue value = root;
        LineColumn position = root.start();
        for (FieldPath.Segment step : path.segments()) {
            Optional<LineColumn> next = value.positionOf(step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            position = next.get();
            value = value.step(step).orElseThrow();
        }
        return Position.of(position);
    }

    /**
     * The position of the field. If the text does not have it: of the nearest field that has the name of the path's last
     * step, below the part of the path that is there; if there is no such field, of that part.
     */
    public Optional<Position> nearest(FieldPath path) {
        LocatedValue value = root;
        LineColumn position = root.start();
        List<FieldPath.Segment> steps = path.segments();
        for (FieldPath.Segment step : steps) {
            Optional<LineColumn> next = value.positionOf(step);
            if (next.isEmpty()) {
                return Position.of(nearestBelow(value, lastName(steps)).orElse(position));
            }
            position = next.get();
            value = value.step(step).orElseThrow();
        }
        return Position.of(position);
    }

    /** The position of the field's name, even if its value is a scalar. */
    Optional<Position> ofName(FieldPath path) {
        List<FieldPath.Segment> steps = path.segments();
        Optional<LocatedValue> parent = Optional.of(root);
        for (FieldPath.Segment step : steps.subList(0, steps.size() - 1)) {
            parent = parent.flatMap(it -> it.step(step));
        }
        return parent.flatMap(it -> it.positionOfName(lastName(steps)))
                .flatMap(Position::of)
                .or(() -> nearest(path));
    }

    private static String lastName(List<FieldPath.Segment> steps) {
        return steps.get(steps.size() - 1).name();
    }

    /** Breadth first, so that the nearest field of that name is found. */
    private static Optional<LineColumn> nearestBelow(LocatedValue from, String name) {
        Deque<LocatedValue> queue = new ArrayDeque<>(List.of(from));
        for (int searched = 0; searched < MOST_SEARCHED && !queue.isEmpty(); searched++) {
            LocatedValue value = queue.removeFirst();
            Optional<LineColumn> found = value.positionOfField(name);
            if (found.isPresent()) {
                return found;
            }
            value.parts().stream().limit(MOST_SEARCHED - queue.size()).forEach(queue::add);
        }
        return Optional.empty();
    }
}
