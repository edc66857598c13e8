package io.mooring.cli;

import io.mooring.binding.plan.Picture;
import io.mooring.binding.plan.Pictures;
import io.mooring.binding.plan.Planner;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicationController;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people would rather look at. */
@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpAutoWidth = true,
        description = {
            "A picture: of the set or Deployment that is named, its replicas with their pods, claims, volumes and nodes; without"
                    + " a name, who gets which volume and who competes for it; with --waste, what is held beyond what was asked"
                    + " for.",
            ""
        },
        footer = {"", "  mooring draw sts/web shop/ --as svg > web.svg"})
final class DrawCommand implements Callable<Integer> {
    private static final Set<ObjectKind<?>> MAKERS = Set.of(
            StatefulSet.KIND, Deployment.KIND, ReplicaSet.KIND, ReplicationController.KIND, DaemonSet.KIND, Job.KIND);

    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME|FILE", description = "A name, files and folders.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = {"--as", "-o", "--output"},
            paramLabel = "HOW",
            defaultValue = "mermaid",
            description = "mermaid (the default) or svg.")
    private Drawn as = Drawn.MERMAID;

    @Option(names = "--waste", description = "Draw what each bound volume holds beyond what its claim asked for.")
    private boolean isWasteWanted;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private Selection selection = new Selection();

    DrawCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** As what a picture is drawn. */
    enum Drawn {
        SVG,
        MERMAID
    }

    @Override
    public Integer call() {
        Arguments arguments = Arguments.of(words, input.files());
        World world = input.read(arguments.files(), surroundings);
        Picture picture = picture(world, arguments.names());
        surroundings.out().print(as == Drawn.SVG ? picture.svg() : picture.mermaid());
        surroundings.out().flush();
        return Notes.print(world, surroundings).number();
    }

    private Picture picture(World world, List<String> names) {
        Cluster settled = world.settled().cluster();
        if (isWasteWanted) {
            return Pictures.of(Planner.waste(settled));
        }
        if (names.isEmpty()) {
            Cluster asRead = world.asRead().cluster();
            return Pictures.of(asRead, Planner.bestBinding(asRead));
        }
        List<Ref<?>> named = selection.of(world.settled(), names).objects();
        if (named.size() != 1) {
            throw new UsageProblem(
                    "one set or Deployment is drawn at a time, and these are " + named.size(),
                    "Name one: sts/web, deploy/shop");
        }
        return chain(settled, named.get(0));
    }

    private static Picture chain(Cluster cluster, Ref<?> workload) {
        if (!MAKERS.contains(workload.kind())) {
            throw new UsageProblem(
                    "what makes pods is drawn with all that hangs on them, and " + workload + " makes none",
                    "Name a set, a Deployment or the like: sts/web, deploy/shop");
        }
        return Pictures.chain(cluster, workload);
    }
}
