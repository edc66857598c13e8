package io.mooring.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures as one Markdown table: Mooring's, what the others take in terms of it, and what must be reached. */
final class Table {
    private static final List<String> WHOSE = List.of(Goals.FABRIC8, Goals.CLIENT_JAVA, Goals.FLOOR, Goals.SORTED);

    private Table() {}

    static String of(List<Row> rows, Figures figures) {
        List<List<String>> lines = new ArrayList<>();
        List<String> titles = new ArrayList<>(List.of("work", "Mooring", "bytes"));
        titles.addAll(WHOSE);
        titles.addAll(List.of("must reach", "reached"));
        lines.add(titles);
        rows.stream().filter(row -> row.isMeasured(figures)).forEach(row -> lines.add(line(row, figures)));
        return aligned(lines);
    }

    private static List<String> line(Row row, Figures figures) {
        Figure figure = row.figure(figures);
        List<String> cells = new ArrayList<>();
        cells.add(row.title());
        cells.add(row.isMemory() ? Figure.bytes(figure.median()) : figure.time());
        cells.add(Double.isNaN(figure.allocated()) ? "" : Figure.bytes(figure.allocated()));
        WHOSE.forEach(whose -> cells.add(row.other(figures, whose)
                .map(other -> String.format(Locale.ROOT, "%.2f x", other.median() / figure.median()))
                .orElse("")));
        cells.add(row.limit().text());
        cells.add(row.limit().text().isEmpty() ? "" : row.limit().isReached().test(row, figures) ? "yes" : "no");
        return cells;
    }

    private static String aligned(List<List<String>> lines) {
        int columns = lines.get(0).size();
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int at = column;
            widths.add(
                    lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0));
        }
        List<String> all = new ArrayList<>();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder("|");
            for (int column = 0; column < columns; column++) {
                text.append(' ').append(line.get(column));
                text.append(" ".repeat(widths.get(column) - line.get(column).length()))
                        .append(" |");
            }
            all.add(text.toString());
        }
        all.add(1, widths.stream().map(width -> "-".repeat(width + 2)).collect(Collectors.joining("|", "|", "|")));
        return String.join("\n", all) + "\n";
    }
}
