package io.mooring.cli;

import io.mooring.binding.explore.Exploration;
import io.mooring.binding.explore.Explorer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every end that the order of events may bring about. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpAutoWidth = true,
        description = {
            "Where Kubernetes leaves the order open: every end that may come, and in what the ends differ. The first end is"
                    + " the one that all other commands show.",
            ""
        })
final class ExploreCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "Files, folders, or - for the standard input.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            defaultValue = "100000",
            description = "How many different clusters are followed at most; 100000 by default.")
    private int limit = Explorer.DEFAULT_LIMIT;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ExploreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new UsageProblem("--limit: expected a number from 1, not " + limit, "");
        }
        Arguments arguments = Arguments.of(words, input.files());
        if (!arguments.names().isEmpty()) {
            throw new UsageProblem(
                    "there is no file or folder \"" + arguments.names().get(0) + "\"", "");
        }
        World world = input.read(arguments.files(), surroundings);
        Exploration exploration = Explorer.explore(world.asRead().cluster(), limit);
        return output.print(new Ends(world, exploration), surroundings);
    }
}
