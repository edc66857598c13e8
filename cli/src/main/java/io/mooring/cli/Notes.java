package io.mooring.cli;

import io.mooring.Mooring;
import io.mooring.Refusal;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.names.Visible;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What belongs beside an answer, on the standard error: what was taken for granted, what is not known, what was kept unread. */
final class Notes {
    private Notes() {}

    /** The exit code. */
    static ExitCode print(Answer answer, Surroundings surroundings) {
        print(answer.world(), answer.untold(), surroundings);
        return answer.exitCode().with(answer.refusals());
    }

    /** Beside what is no answer in itself: a picture, manifests. */
    static ExitCode print(World world, Surroundings surroundings) {
        List<Refusal> refusals = world.settled().refusals();
        print(world, refusals, surroundings);
        return ExitCode.FINE.with(refusals);
    }

    /** @param untold what was refused and is not told by what was printed */
    private static void print(World world, List<Refusal> untold, Surroundings surroundings) {
        Mooring settled = world.settled();
        PrintStream err = surroundings.err();
        settled.assumptions().forEach(note -> err.println("note: " + Visible.of(note)));
        otherRelease(world).ifPresent(note -> err.println("note: " + note));
        unknown(settled.cluster()).ifPresent(note -> err.println("note: " + note));
        settled.remarks().forEach(remark -> err.println("note: " + remark.text()));
        settled.carriedAlong().text().ifPresent(note -> err.println("note: " + note));
        untold.forEach(refusal -> err.println(refusal.text()));
    }

    /** Where nobody said which release, and the nodes are of one that answers otherwise; empty for none. */
    private static Optional<String> otherRelease(World world) {
        boolean isDefault = world.settled().cluster().semantics().equals(Semantics.DEFAULT);
        return world.origin() == World.Origin.DUMP && isDefault
                ? world.asRead()
                        .kubelets()
                        .filter(release -> !Semantics.of(release).answersLike(Semantics.DEFAULT))
                        .map(release -> "the nodes' kubelets are of " + release + ", and this is answered as of "
                                + Release.DEFAULT + "; --release says of which release the API server is")
                : Optional.empty();
    }

    /** Kinds that a controller would have to know; empty for none. */
    private static Optional<String> unknown(Cluster cluster) {
        TreeSet<ObjectKind<?>> kinds = cluster.standing().stream()
                .flatMap(standing -> standing.unknown().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "not in the dump, and so not known: "
                                + kinds.stream().map(ObjectKind::plural).collect(Collectors.joining(", "))
                                + "; mooring --fetch prints the command that fetches them, and --given fetch says that it was used");
    }
}
