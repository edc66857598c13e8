package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proposals one after the other, and the cluster after them.
 *
 * @param cluster settled
 */
record Plan(List<Proposal> proposals, Cluster cluster) {
    Plan {
        proposals = List.copyOf(proposals);
    }

    static Plan start(Cluster settled) {
        return new Plan(List.of(), settled);
    }

    List<Edit> edits() {
        return proposals.stream().flatMap(each -> each.edits().stream()).toList();
    }

    /** Whether something that it makes is changed or made anew by a later edit. */
    boolean undoesItself() {
        List<Edit> edits = edits();
        for (int i = 0; i < edits.size(); i++) {
            Optional<Ref<?>> made = edits.get(i).created();
            boolean isMadeAgain = made.isPresent()
                    && edits.subList(i + 1, edits.size()).stream()
                            .anyMatch(later -> later.changed().equals(made));
            if (isMadeAgain) {
                return true;
            }
        }
        return false;
    }

    /** That of the dearest proposal; empty if there is none. */
    Optional<Fix.Cost> cost() {
        return proposals.stream().map(Proposal::cost).max(Fix.Cost::compareTo);
    }

    /** The same without one of the proposals, and with the cluster that follows from the others. */
    List<Proposal> without(int index) {
        return Stream.concat(
                        proposals.subList(0, index).stream(), proposals.subList(index + 1, proposals.size()).stream())
                .toList();
    }

    List<Proposal> and(Proposal proposal) {
        return Stream.concat(proposals.stream(), Stream.of(proposal)).toList();
    }

    /** @param openEnds what it leaves to others */
    Fix fix(List<String> openEnds) {
        Stream<String> warnings = proposals.stream().flatMap(each -> each.warnings().stream());
        return new Fix(
                edits(),
                cost().orElseThrow(),
                Stream.concat(warnings, openEnds.stream()).distinct().toList());
    }
}
