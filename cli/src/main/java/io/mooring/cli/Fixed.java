package io.mooring.cli;

import io.mooring.Mooring;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.ExplanationTree;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.explain.FixResult;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.world.Cluster;
import io.mooring.names.Visible;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What helps the objects that were asked about. */
record Fixed(World world, List<FixResult> results) implements Answer {
    Fixed {
        results = List.copyOf(results);
    }

    @Override
    public String text(Style style, Format format) {
        return results.isEmpty()
                ? style.in(Style.Colour.GREEN, nothing()) + "\n"
                : results.stream()
                        .map(result -> style.verdict(outlook(result), result.text()))
                        .collect(Collectors.joining("\n"));
    }

    private String nothing() {
        return world.settled().unknowns().isEmpty() ? "nothing is blocked" : "as far as is known, nothing is blocked";
    }

    private static Outlook outlook(FixResult result) {
        return result instanceof FixResult.NotNeeded
                ? Outlook.FINE
                : result.fixes().isEmpty() ? Outlook.BLOCKED : Outlook.WAITS;
    }

    /** Of the cheapest fix of each; what has to be done before stands above, as a comment of the shell. */
    String commands() {
        return cheapest()
                .map(fix -> fix.toFillIn().stream()
                                .map(first -> "# First " + Visible.of(first) + ".\n")
                                .collect(Collectors.joining())
                        + Visible.lines(fix.kubectl()))
                .collect(Collectors.joining());
    }

    /** With the cheapest fix of each done, as far as the API server takes it after those before it. */
    Mooring applied() {
        Cluster cluster = world.settled().cluster();
        for (Fix fix : cheapest().toList()) {
            for (Edit edit : fix.edits()) {
                cluster = edit.on(cluster).cluster();
            }
            cluster = cluster.settle();
        }
        return world.settled().in(cluster);
    }

    private Stream<Fix> cheapest() {
        return results.stream().flatMap(result -> result.fixes().stream().limit(1));
    }

    @Override
    public JsonObject tree() {
        return AnswerTree.of("Fix", world)
                .put("results", ExplanationTree.array(results, FixResult::tree))
                .build();
    }

    @Override
    public ExitCode exitCode() {
        boolean isFine = results.stream().allMatch(FixResult.NotNeeded.class::isInstance);
        return isFine ? ExitCode.FINE : ExitCode.BLOCKED;
    }

    /** Of whoever does what helps: nothing is blocked any more, where something helps all. */
    ExitCode exitCodeOnceDone() {
        boolean isLeft = results.stream()
                .anyMatch(result -> result.fixes().isEmpty() && !(result instanceof FixResult.NotNeeded));
        return isLeft ? ExitCode.BLOCKED : ExitCode.FINE;
    }
}
