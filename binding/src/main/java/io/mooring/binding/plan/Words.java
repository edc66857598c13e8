package io.mooring.binding.plan;

import io.mooring.binding.explain.words.KindText;
import io.mooring.meta.ObjectKind;
import io.mooring.names.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines for a person, put together. */
final class Words {
    private final List<String> lines = new ArrayList<>();

    void line(String text) {
        lines.add(Visible.of(text));
    }

    /** Rows whose cells stand below each other. */
    void table(List<List<String>> written) {
        List<List<String>> rows = written.stream()
                .map(row -> row.stream().map(Visible::of).toList())
                .toList();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int column = 0; column < row.size(); column++) {
                int place = column;
                int width = rows.stream()
                        .filter(other -> other.size() > place)
                        .mapToInt(other -> other.get(place).length())
                        .max()
                        .orElse(0);
                String cell = row.get(column);
                line.append(' ').append(cell);
                if (column < row.size() - 1) {
                    line.append(" ".repeat(width - cell.length() + 2));
                }
            }
            lines.add(line.toString());
        }
    }

    /** All lines; ends in a newline. */
    String text() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** {@code 1 Pod}, {@code 2 StorageClasses}. */
    static String counted(int count, ObjectKind<?> kind) {
        return count + " " + (count == 1 ? kind.name() : KindText.plural(kind));
    }

    /** {@code PersistentVolume a is released: from default/c}. */
    static String sentence(Difference difference) {
        String detail = difference.detail().isEmpty() ? "" : ": " + difference.detail();
        return difference.about().kind().name() + " " + difference.about().qualifiedName() + " "
                + difference.topic().words(1) + detail;
    }
}
