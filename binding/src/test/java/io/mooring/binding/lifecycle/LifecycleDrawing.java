package io.mooring.binding.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws the table as a document with diagrams, and prints it for package-info. Run {@link #main} in the module's folder
 * when the table has changed; a test tells when that was forgotten.
 */
final class LifecycleDrawing {
    static final Path DOCUMENT = Path.of("../docs/lifecycle.md");
    static final Path PACKAGE_INFO = Path.of("src/main/java/io/mooring/binding/lifecycle/package-info.java");

    private static final String BEGIN = " * <pre>{@literal\n";
    private static final String END = " * }</pre>\n";

    private LifecycleDrawing() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(DOCUMENT, document());
        Files.writeString(PACKAGE_INFO, packageInfo(Files.readString(PACKAGE_INFO)));
    }

    static String document() {
        return """
                # The lifecycle of volumes and claims

                Drawn from the table in `io.mooring.binding.lifecycle` by `LifecycleDrawing`; not edited by hand.
                What cannot happen is left out of the diagrams, and so is what leads nowhere else.

                ## A volume

                """
                + diagram(VolumeRules.table().rows(), VolumeState.PENDING, VolumeState.GONE)
                + meanings("state", VolumeState.values(), VolumeState::meaning)
                + meanings("event", VolumeEvent.values(), VolumeEvent::meaning)
                + meanings("action", VolumeAction.values(), VolumeAction::meaning)
                + markdown(VolumeRules.table().rows(), VolumeState.values())
                + "\n## A claim\n\n"
                + diagram(ClaimRules.table().rows(), ClaimState.PENDING, ClaimState.GONE)
                + meanings("state", ClaimState.values(), ClaimState::meaning)
                + meanings("event", ClaimEvent.values(), ClaimEvent::meaning)
                + meanings("action", ClaimAction.values(), ClaimAction::meaning)
                + markdown(ClaimRules.table().rows(), ClaimState.values());
    }

    /** The same package-info with the table of today in place of the one that it has. */
    static String packageInfo(String source) {
        int begin = source.indexOf(BEGIN) + BEGIN.length();
        int end = source.indexOf(END, begin);
        return source.substring(0, begin) + plain() + source.substring(end);
    }

    private static String plain() {
        List<List<String>> volumes = lines(VolumeRules.table().rows(), VolumeState.values());
        List<List<String>> claims = lines(ClaimRules.table().rows(), ClaimState.values());
        return aligned(volumes) + " *\n" + aligned(claims);
    }

    private static String aligned(List<List<String>> lines) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        lines.forEach(line -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder(" * ");
            for (int i = 0; i < columns; i++) {
                row.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length() + 1));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static <S extends Enum<S>, E extends Enum<E>, A extends Enum<A>> String markdown(
            List<Row<S, E, A>> rows, S[] states) {
        List<List<String>> lines = lines(rows, states);
        StringBuilder text = new StringBuilder();
        text.append("In a cell: the next state, `=` the same state, `x` cannot happen.\n\n");
        lines.forEach(line -> {
            text.append("| ").append(String.join(" | ", line)).append(" |\n");
            if (line == lines.get(0)) {
                text.append("|---".repeat(line.size())).append("|\n");
            }
        });
        return text.toString();
    }

    /** A header, then a line for each event and each list of actions that it has in some state. */
    private static <S extends Enum<S>, E extends Enum<E>, A extends Enum<A>> List<List<String>> lines(
            List<Row<S, E, A>> rows, S[] states) {
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("event"));
        Arrays.stream(states).map(Enum::name).forEach(header::add);
        header.add("actions");
        lines.add(header);
        Map<E, Map<String, Map<S, String>>> cells = new LinkedHashMap<>();
        for (Row<S, E, A> row : rows) {
            if (row instanceof Row.Step<S, E, A> step) {
                Transition<S, A> transition = step.transition();
                String actions = transition.actions().stream().map(Enum::name).collect(Collectors.joining(", "));
                cells.computeIfAbsent(row.event(), ignored -> new LinkedHashMap<>())
                        .computeIfAbsent(actions, ignored -> new LinkedHashMap<>())
                        .put(
                                row.state(),
                                transition.next() == row.state()
                                        ? "="
                                        : transition.next().name());
            }
        }
        cells.forEach((event, byActions) -> byActions.forEach((actions, byState) -> {
            List<String> line = new ArrayList<>(List.of(event.name()));
            Stream.of(states).forEach(state -> line.add(cell(byActions, byState, state)));
            line.add(actions.isEmpty() ? "-" : actions);
            lines.add(line);
        }));
        return lines;
    }

    private static <S> String cell(Map<String, Map<S, String>> byActions, Map<S, String> byState, S state) {
        boolean happens = byActions.values().stream().anyMatch(each -> each.containsKey(state));
        return happens ? byState.getOrDefault(state, "") : "x";
    }

    private static <S extends Enum<S>, E extends Enum<E>, A> String diagram(List<Row<S, E, A>> rows, S first, S last) {
        Map<String, List<String>> edges = new LinkedHashMap<>();
        for (Row<S, E, A> row : rows) {
            if (row instanceof Row.Step<S, E, A> step && step.transition().next() != row.state()) {
                edges.computeIfAbsent(row.state() + " --> " + step.transition().next(), ignored -> new ArrayList<>())
                        .add(row.event().name());
            }
        }
        StringBuilder text = new StringBuilder("```mermaid\nstateDiagram-v2\n    [*] --> " + first + "\n");
        edges.forEach((edge, events) -> text.append("    ")
                .append(edge)
                .append(": ")
                .append(String.join("<br/>", events))
                .append('\n'));
        return text.append("    ").append(last).append(" --> [*]\n```\n\n").toString();
    }

    private static <T> String meanings(String what, T[] values, Function<T, String> meaning) {
        StringBuilder text = new StringBuilder("| " + what + " | |\n|---|---|\n");
        Stream.of(values)
                .forEach(value -> text.append("| ")
                        .append(value)
                        .append(" | ")
                        .append(meaning.apply(value))
                        .append(" |\n"));
        return text.append('\n').toString();
    }

    /** Reads a file of this module, line ends as they are in the code. */
    static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
