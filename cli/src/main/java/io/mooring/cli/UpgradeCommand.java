package io.mooring.cli;

import io.mooring.binding.plan.Upgrade;
import io.mooring.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From one release to another. */
@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpAutoWidth = true,
        description = {
            "What changes for these objects when Kubernetes goes from one release to another, newer or older: the differences that"
                    + " matter here, what breaks, and all that differs once everything is quiet.",
            ""
        },
        footer = {
            "",
            "Manifests are created in both releases; a dump stands as it is, and is written again and settled in both.",
            "Exit code 1: something breaks: what was taken is refused, what was fine is not, or data are lost.",
            "",
            "  mooring upgrade --from 1.34 --to 1.37 shop/",
            "  $(mooring --fetch) | mooring upgrade --from 1.36 --given fetch"
        })
final class UpgradeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "Files, folders, or - for the standard input.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "RELEASE",
            description = "The release before: 1.34 to 1.37.")
    private String from = "";

    @Option(names = "--to", paramLabel = "RELEASE", description = "The release after: 1.34 to 1.37; 1.37.2 by default.")
    private String to = Release.DEFAULT.toString();

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private GateOptions gates = new GateOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    UpgradeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Release before = ReleaseOptions.parse("--from", from);
        Release after = ReleaseOptions.parse("--to", to);
        Upgrade upgrade = gates.in(Upgrade.between(before, after));
        World world = source.read(Arguments.filesOnly(words, source.files()), upgrade.before(), surroundings);
        return output.print(new Upgraded(world, world.asRead().upgrade(upgrade)), surroundings);
    }
}
