package io.mooring.yaml;

import io.mooring.yaml.node.LineColumn;
import java.util.Comparator;
import java.util.Optional;

/**
 * A position in a text.
 *
 * @param line counted from 1
 * @param column counted from 1, in code points
 */
public record Position(int line, int column) implements Comparable<Position> {
    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    static Optional<Position> of(LineColumn at) {
        return at.isUnknown() ? Optional.empty() : Optional.of(new Position(at.line(), at.column()));
    }

    /** The order of the text. */
    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** {@code line:column}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
