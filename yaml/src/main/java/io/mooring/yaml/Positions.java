package io.mooring.yaml;

import io.mooring.tree.FieldPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each field of an object stands in its text: a scalar where it begins, a list or a map where its name does, an
 * item of a list where it begins.
 */
public final class Positions {
    /** Looking for a name further down ends here: refusals are about objects of a sane size. */
    private static final int LOOKED_AT = 10_000;

    private final Located root;

    Positions(Located root) {
        this.root = root;
    }

    /** Where the field stands; empty if the text does not have it, or if there was no text. */
    public Optional<Position> exact(FieldPath path) {
        Located at = root;
        Position position = root.start();
        for (FieldPath.Segment step : path.segments()) {
            Optional<Position> next = at.position(step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            position = next.get();
            at = at.step(step).orElseThrow();
        }
        return Optional.of(position).filter(it -> !it.equals(Position.NOWHERE));
    }

    /**
     * Where the field stands; if the text does not have it, the first field below the part that is there which has the
     * name of the path's last step; else the part that is there. Empty if there was no text.
     */
    public Optional<Position> nearest(FieldPath path) {
        return Optional.of(nearestOrNowhere(path)).filter(it -> !it.equals(Position.NOWHERE));
    }

    Position nearestOrNowhere(FieldPath path) {
        Located at = root;
        Position position = root.start();
        List<FieldPath.Segment> steps = path.segments();
        for (FieldPath.Segment step : steps) {
            Optional<Position> next = at.position(step);
            if (next.isEmpty()) {
                return below(at, Located.name(steps.get(steps.size() - 1))).orElse(position);
            }
            position = next.get();
            at = at.step(step).orElseThrow();
        }
        return position;
    }

    /** Where the field's name stands, a scalar's too. */
    Position nameOrNowhere(FieldPath path) {
        List<FieldPath.Segment> steps = path.segments();
        Optional<Located> at = Optional.of(root);
        for (FieldPath.Segment step : steps.subList(0, steps.size() - 1)) {
            at = at.flatMap(it -> it.step(step));
        }
        String name = Located.name(steps.get(steps.size() - 1));
        return at.map(it -> it.members().get(name)).map(Located.Member::key).orElseGet(() -> nearestOrNowhere(path));
    }

    /** Level by level, so that the nearest one wins. */
    private static Optional<Position> below(Located from, String name) {
        Deque<Located> next = new ArrayDeque<>(List.of(from));
        for (int looked = 0; looked < LOOKED_AT && !next.isEmpty(); looked++) {
            Located at = next.removeFirst();
            Located.Member found = at.members().get(name);
            if (found != null) {
                return Optional.of(found.position());
            }
            next.addAll(children(at));
        }
        return Optional.empty();
    }

    private static List<Located> children(Located of) {
        List<Located> children = new ArrayList<>(of.items());
        for (Map.Entry<String, Located.Member> member : of.members().entrySet()) {
            children.add(member.getValue().value());
        }
        return children;
    }
}
