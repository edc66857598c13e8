package io.mooring.cli;

import io.mooring.Objection;
import io.mooring.Refusal;
import io.mooring.binding.check.Severity;
import io.mooring.binding.check.Unjudged;
import io.mooring.binding.explain.ExplanationTree;
import io.mooring.binding.explain.Outlook;
import io.mooring.tree.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the checks found.
 *
 * @param unjudged of a dump, what could not be judged
 * @param worst from which severity on it counts as failed
 */
record Faults(World world, List<Objection> objections, List<Unjudged> unjudged, Severity worst) implements Answer {
    Faults {
        objections = List.copyOf(objections);
        unjudged = List.copyOf(unjudged);
    }

    @Override
    public String text(Style style, Format format) {
        Stream<String> refusals = world.settled().refusals().stream()
                .map(refusal -> style.verdict(Outlook.BLOCKED, refusal.text()) + "\n");
        Stream<String> faults = objections.stream().map(each -> style.verdict(outlook(severity(each)), each.text()));
        List<String> parts = new ArrayList<>(Stream.concat(refusals, faults).toList());
        if (!unjudged.isEmpty()) {
            parts.add(notJudged());
        }
        parts.add(summary(style));
        return String.join("\n", parts);
    }

    /** Which check wants which kind is told by {@code -o json}. */
    private String notJudged() {
        long checks = unjudged.stream()
                .flatMap(each -> each.checks().stream())
                .distinct()
                .count();
        String kinds = unjudged.stream().map(each -> each.kind().plural()).collect(Collectors.joining(", "));
        return "not in the dump, so that " + checks + " checks say nothing, or not all: " + kinds + "\n";
    }

    private static Severity severity(Objection objection) {
        return objection.result().severity();
    }

    private static Outlook outlook(Severity severity) {
        return switch (severity) {
            case ERROR -> Outlook.BLOCKED;
            case WARNING -> Outlook.WAITS;
            case INFO -> Outlook.FINE;
        };
    }

    private String summary(Style style) {
        int refused = world.settled().refusals().size();
        if (objections.isEmpty() && refused == 0) {
            return style.in(Style.Colour.GREEN, "no check has found anything") + "\n";
        }
        List<String> counts = new ArrayList<>();
        if (refused > 0) {
            counts.add(refused + " refused");
        }
        Arrays.stream(Severity.values())
                .filter(severity -> count(severity) > 0)
                .forEach(severity -> counts.add(counted(count(severity), severity)));
        return String.join(", ", counts) + "\n";
    }

    private static String counted(long count, Severity severity) {
        return count + " " + severity.word() + (count == 1 || severity == Severity.INFO ? "" : "s");
    }

    private long count(Severity severity) {
        return objections.stream().filter(each -> severity(each) == severity).count();
    }

    @Override
    public JsonObject tree() {
        return AnswerTree.of("Check", world)
                .put("results", ExplanationTree.array(objections, Objection::tree))
                .put("unjudged", ExplanationTree.array(unjudged, Unjudged::tree))
                .build();
    }

    /** The text begins with them. */
    @Override
    public List<Refusal> untold() {
        return List.of();
    }

    @Override
    public ExitCode exitCode() {
        boolean hasFailed = objections.stream().anyMatch(each -> severity(each).compareTo(worst) <= 0);
        return hasFailed ? ExitCode.BLOCKED : ExitCode.FINE;
    }
}
