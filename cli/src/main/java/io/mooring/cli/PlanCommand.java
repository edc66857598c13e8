package io.mooring.cli;

import io.mooring.binding.explain.Fix;
import io.mooring.binding.plan.BindingPlan;
import io.mooring.binding.plan.Margin;
import io.mooring.binding.plan.Planner;
import io.mooring.binding.plan.VolumePlan;
import io.mooring.binding.world.Cluster;
import io.mooring.yaml.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How volumes are used, and how they could be. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpAutoWidth = true,
        description = {
            "The most claims that can be bound to the volumes that there are, what brings it about and who competes for what,"
                    + " beside what Kubernetes does by itself; which volumes to make for the rest, and for what sets are yet to"
                    + " ask for; what is wasted.",
            ""
        })
final class PlanCommand implements Callable<Integer> {
    private static final String STAND_IN =
            "# Put your own storage in place of the csi driver " + Fix.STAND_IN_DRIVER + ", which stands in for it.\n";

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "Files, folders, or - for the standard input.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--spare",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "So many volumes more than are needed; 0 by default.")
    private int spare;

    @Option(
            names = "--larger",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "Volumes so much larger than is asked for; 0 by default.")
    private int larger;

    @Option(
            names = "--volumes",
            paramLabel = "HOW",
            description =
                    "Print only the volumes to make, as manifests: open, for whoever comes first, or reserved, each for its"
                            + " claim.")
    private Optional<Kept> volumes = Optional.empty();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    PlanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** For whom new volumes are. */
    enum Kept {
        OPEN,
        RESERVED
    }

    @Override
    public Integer call() {
        World world = input.read(Arguments.filesOnly(words, input.files()), surroundings);
        Cluster cluster = world.asRead().cluster();
        BindingPlan best = Planner.bestBinding(cluster);
        VolumePlan toMake = Planner.volumesFor(cluster, margin());
        if (volumes.isPresent()) {
            return print(manifests(toMake, volumes.get()), world);
        }
        return output.print(
                new Planned(world, best, toMake, Planner.waste(world.settled().cluster())), surroundings);
    }

    private Margin margin() {
        try {
            return new Margin(spare, larger);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem("--spare, --larger: " + e.getMessage(), "");
        }
    }

    private static String manifests(VolumePlan plan, Kept how) {
        String written = switch (how) {
            case OPEN -> Manifests.write(plan.manifests());
            case RESERVED -> Manifests.write(plan.reservedManifests());
        };
        return written.isEmpty() ? written : STAND_IN + written;
    }

    private int print(String text, World world) {
        surroundings.out().print(text);
        surroundings.out().flush();
        return Notes.print(world, surroundings).number();
    }
}
