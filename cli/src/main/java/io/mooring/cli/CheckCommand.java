package io.mooring.cli;

import io.mooring.binding.check.Check;
import io.mooring.binding.check.Severity;
import io.mooring.binding.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The lints. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpAutoWidth = true,
        description = {
            "Look for faults before anything runs: what the API server refuses, and what will not work, loses data or surprises.",
            ""
        })
final class CheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "Files, folders, or - for the standard input.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "warning",
            description = "From which severity on the exit code is 1: error, warning or info; warning by default.")
    private Severity worst = Severity.WARNING;

    @Option(names = "--list", description = "Print what is looked for, and end.")
    private boolean isListing;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private Selection selection = new Selection();

    @Mixin
    private OutputOptions output = new OutputOptions();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (isListing) {
            surroundings.out().print(list());
            return ExitCode.FINE.number();
        }
        World world = input.read(Arguments.filesOnly(words, input.files()), surroundings);
        selection.requireSome(world.asRead());
        return output.print(
                new Faults(
                        world,
                        world.asRead().checks().stream()
                                .filter(each -> selection.takes(each.result().object()))
                                .toList(),
                        world.asRead().unjudged(),
                        worst),
                surroundings);
    }

    private static Table list() {
        return new Table(
                List.of("CODE", "SEVERITY", "WHAT"),
                Arrays.stream(Check.values())
                        .map(check -> List.of(check.code(), check.severity().word(), check.what()))
                        .toList());
    }
}
