package io.mooring.binding.match;

import io.mooring.binding.match.Mismatch.NotReachable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How upstream goes through the volumes: round after round, until one finds something. The groups of one round may come
 * in any order. The controller walks the sets of access modes that hold those asked for, fewest modes first, each set a
 * group; the scheduler walks all volumes at once.
 */
final class Rounds {
    private Rounds() {}

    static Stream<List<Group>> of(Search search, VolumePool pool) {
        if (search.isHopeless()) {
            return Stream.empty();
        }
        List<Candidate> reserved = reserved(search, pool);
        Shelf shelf = pool.shelfFor(search);
        List<AccessModeSet> sets = search.modes().supersets();
        if (!search.isController()) {
            List<Drawer> drawers = sets.stream().map(shelf::drawer).toList();
            return Stream.of(List.of(new Group(reserved, drawers)));
        }
        return Stream.iterate(search.modes().size(), size -> size <= AccessModeSet.MAX_SIZE, size -> size + 1)
                .map(size -> sets.stream()
                        .filter(set -> set.size() == size)
                        .map(set -> groupOf(set, reserved, search, shelf))
                        .toList());
    }

    private static Group groupOf(AccessModeSet set, List<Candidate> reserved, Search search, Shelf shelf) {
        return new Group(
                reserved.stream().filter(each -> each.modes().equals(set)).toList(),
                search.delaysBinding() ? List.of() : List.of(shelf.drawer(set)));
    }

    private static List<Candidate> reserved(Search search, VolumePool pool) {
        return pool.heldBy(search.claim()).stream()
                .filter(each -> fitsWithinReach(search, each))
                .sorted(Comparator.comparing(Candidate::rank))
                .toList();
    }

    /** The reach of the node is the last thing asked of a reserved volume, and ends the search where it fails. */
    private static boolean fitsWithinReach(Search search, Candidate candidate) {
        Optional<Mismatch> mismatch = MatchRule.firstMismatch(search, candidate);
        return mismatch.isEmpty() || mismatch.get() instanceof NotReachable;
    }
}
