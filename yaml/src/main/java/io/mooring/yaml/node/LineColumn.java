package io.mooring.yaml.node;

import java.util.Comparator;

/**
 * Where something stands in a source.
 *
 * @param line counted from 1; 0 if unknown
 * @param column counted from 1, in code points; 0 if unknown
 */
public record LineColumn(int line, int column) implements Comparable<LineColumn> {
    /** Of a problem that no single place in the text is to blame for. */
    public static final LineColumn UNKNOWN = new LineColumn(0, 0);

    private static final Comparator<LineColumn> ORDER =
            Comparator.comparingInt(LineColumn::line).thenComparingInt(LineColumn::column);

    public boolean isUnknown() {
        return line == 0;
    }

    /** The order of the text. */
    @Override
    public int compareTo(LineColumn other) {
        return ORDER.compare(this, other);
    }
}
