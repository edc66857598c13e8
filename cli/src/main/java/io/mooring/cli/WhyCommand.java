package io.mooring.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The reason. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpAutoWidth = true,
        description = {
            "Why objects stand as they do, and what helps: those named (data-0, default/data-0, pvc/data-0, or a kind for all of"
                    + " it), or, without names, all that are not fine.",
            ""
        })
final class WhyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME|FILE", description = "Names, files and folders.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private Selection selection = new Selection();

    @Mixin
    private OutputOptions output = new OutputOptions();

    WhyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Arguments arguments = Arguments.of(words, input.files());
        World world = input.read(arguments.files(), surroundings);
        Reasons reasons = arguments.names().isEmpty()
                ? Reasons.of(world, selection)
                : Reasons.of(world, selection.orWanted(world.settled(), arguments.names()));
        return output.print(reasons, surroundings);
    }
}
