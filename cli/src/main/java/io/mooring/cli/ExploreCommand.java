package io.mooring.cli;

import io.mooring.binding.explore.Exploration;
import io.mooring.binding.explore.Explorer;
import io.mooring.binding.plan.DataLoss;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Option(
            names = "--loses",
            paramLabel = "VOLUME",
            description = "Whether some order loses the data of this volume, and the shortest way to it.")
    private Optional<String> volume = Optional.empty();

    @Option(
            names = "--what-if",
            paramLabel = "STEP",
            description = "With --loses: what is done, in whatever order; see mooring diff --help.")
    private List<String> steps = new ArrayList<>();

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
        World world = input.read(Arguments.filesOnly(words, input.files()), surroundings);
        if (volume.isPresent()) {
            return output.print(new Loss(world, loss(world, volume.get())), surroundings);
        }
        if (!steps.isEmpty()) {
            throw new UsageProblem("--what-if goes with --loses here", "See mooring diff for what steps change");
        }
        Exploration exploration = Explorer.explore(
                world.asRead().cluster(), limit, surroundings.progress().apply("clusters followed"));
        return output.print(new Ends(world, exploration), surroundings);
    }

    private DataLoss loss(World world, String name) {
        Steps all = Steps.parse(steps, world.settled());
        Ref<PersistentVolume> lost = Steps.volume(name, world.settled());
        return DataLoss.of(world.settled().cluster(), lost, all.edits(), limit);
    }
}
