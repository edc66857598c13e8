package io.mooring.cli;

import io.mooring.Refusal;
import io.mooring.binding.plan.WorldDifference;
import io.mooring.binding.world.Cluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two worlds, or one and what if. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpAutoWidth = true,
        description = {
            "In what two worlds differ once everything is quiet: two files or folders, or one and what is done to it.",
            ""
        },
        footer = {
            "",
            "What can be done: " + Steps.FORMS,
            "Exit code 1: data are lost, or something was refused.",
            "",
            "  mooring diff before.yaml after.yaml",
            "  mooring diff shop/ --what-if 'scale sts/web 1' --what-if 'delete pvc/www-web-1'"
        })
final class DiffCommand implements Callable<Integer> {
    private static final int TWO = 2;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "One or two files or folders; - is the standard input.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--what-if",
            paramLabel = "STEP",
            description = "What is done; several are done one after the other.")
    private List<String> steps = new ArrayList<>();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Path> files = new ArrayList<>(input.files());
        files.addAll(Arguments.filesOnly(words, input.files()));
        if (steps.isEmpty()) {
            return ofTwo(files);
        }
        World world = files.isEmpty() ? input.read(files, surroundings) : input.readOnly(files, surroundings);
        return output.print(new Differences(world, world.settled().refusals(), whatIf(world)), surroundings);
    }

    private int ofTwo(List<Path> files) {
        if (files.size() != TWO) {
            throw new UsageProblem(
                    "expected two files or folders, or one and --what-if, not " + files.size(),
                    "See mooring diff --help");
        }
        World before = input.readOnly(files.subList(0, 1), surroundings);
        World after = input.readOnly(files.subList(1, TWO), surroundings);
        List<Refusal> refusals = Stream.of(before, after)
                .flatMap(world -> world.settled().refusals().stream())
                .distinct()
                .toList();
        return output.print(
                new Differences(
                        after,
                        refusals,
                        WorldDifference.between(
                                before.settled().cluster(), after.settled().cluster())),
                surroundings);
    }

    private WorldDifference whatIf(World world) {
        Steps all = Steps.parse(steps, world.settled());
        Cluster before = world.settled().cluster();
        return WorldDifference.between(before.settle(), all.on(before));
    }
}
