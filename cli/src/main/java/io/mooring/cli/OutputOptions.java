package io.mooring.cli;

import io.mooring.yaml.Manifests;
import picocli.CommandLine.Option;

/** How an answer is printed. */
final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, wide, yaml or json; table is words and tables for a person.")
    private Format format = Format.TABLE;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto (on a terminal, unless NO_COLOR is set), always or never.")
    private When color = When.AUTO;

    /** When there are colours. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    Format format() {
        return format;
    }

    /** Prints it, then what belongs beside it, and gives its exit code. */
    int print(Answer answer, Surroundings surroundings) {
        Waiting.on("answering", answer.world(), surroundings);
        String text = text(answer, surroundings);
        Waiting.over(answer.world(), surroundings);
        surroundings.out().print(text);
        surroundings.out().flush();
        return Notes.print(answer, surroundings).number();
    }

    private String text(Answer answer, Surroundings surroundings) {
        return switch (format) {
            case TABLE, WIDE -> answer.text(style(surroundings), format);
            case YAML -> Manifests.writeTree(answer.tree());
            case JSON -> Manifests.writeTreeJson(answer.tree());
        };
    }

    private Style style(Surroundings surroundings) {
        boolean isColoured = switch (color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                surroundings.isTerminal(Surroundings.Stream.OUT)
                        && surroundings
                                .environment()
                                .getOrDefault("NO_COLOR", "")
                                .isEmpty()
                        && !surroundings.environment().getOrDefault("TERM", "").equals("dumb");
        };
        return isColoured ? Style.COLOURED : Style.PLAIN;
    }
}
