package io.mooring.binding.table;

import io.mooring.names.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under headings, as {@code kubectl get} prints them.
 *
 * @param headings one a column
 * @param rows each as long as {@code headings}; absent cells are empty
 */
public record Table(List<String> headings, List<List<String>> rows) {
    private static final String GAP = "  ";

    /** Every line is as wide as the longest cell. */
    private static final int LONGEST_CELL = 1024;

    private static final String CUT = "...";

    public Table {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells for " + headings.size() + " headings: " + row);
            }
        }
    }

    /** This table without the column, if every cell of it is this one. */
    public Table withoutIfOnly(String heading, String cell) {
        int column = headings.indexOf(heading);
        return column < 0 || rows.stream().anyMatch(row -> !row.get(column).equals(cell)) ? this : without(heading);
    }

    /** This table without the column, if it has it. */
    public Table without(String heading) {
        int column = headings.indexOf(heading);
        return column < 0
                ? this
                : new Table(
                        without(headings, column),
                        rows.stream().map(row -> without(row, column)).toList());
    }

    /** This table with each cell of the column changed. */
    public Table with(String heading, UnaryOperator<String> change) {
        int column = headings.indexOf(heading);
        return column < 0
                ? this
                : new Table(
                        headings,
                        rows.stream().map(row -> with(row, column, change)).toList());
    }

    private static List<String> with(List<String> cells, int column, UnaryOperator<String> change) {
        List<String> changed = new ArrayList<>(cells);
        changed.set(column, change.apply(cells.get(column)));
        return changed;
    }

    private static List<String> without(List<String> cells, int column) {
        List<String> rest = new ArrayList<>(cells);
        rest.remove(column);
        return rest;
    }

    /**
     * The lines, columns aligned and two spaces apart, without blanks at the end; each ends in a newline. A cell of more than
     * 1,024 characters is cut.
     */
    @Override
    public String toString() {
        List<List<String>> shown = rows.stream()
                .map(row -> row.stream().map(Table::shown).toList())
                .toList();
        List<Integer> widths = IntStream.range(0, headings.size())
                .mapToObj(column -> width(column, shown))
                .toList();
        StringBuilder out = new StringBuilder(line(headings, widths));
        shown.forEach(row -> out.append(line(row, widths)));
        return out.toString();
    }

    private static String shown(String cell) {
        String start = cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL - CUT.length()) + CUT : cell;
        return Visible.of(start);
    }

    private int width(int column, List<List<String>> shown) {
        int widest =
                shown.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(widest, headings.get(column).length());
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                        .mapToObj(column -> cells.get(column)
                                + " "
                                        .repeat(widths.get(column)
                                                - cells.get(column).length()))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing()
                + "\n";
    }
}
