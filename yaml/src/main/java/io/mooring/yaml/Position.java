package io.mooring.yaml;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1, in code points
 */
public record Position(int line, int column) implements Comparable<Position> {
    /** Of what was never text. */
    static final Position NOWHERE = new Position(0, 0);

    /** Down first, then to the right. */
    @Override
    public int compareTo(Position other) {
        int lines = Integer.compare(line, other.line);
        return lines != 0 ? lines : Integer.compare(column, other.column);
    }

    /** {@code line:column}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
