package io.mooring.binding.match;

import io.mooring.binding.match.Mismatch.NotReachable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How upstream goes through the volumes: round after round, until one finds something. The groups of one round may come
 * in any order. The controller walks the sets of access modes that hold those asked for, fewest modes first, each set a
 * group; the scheduler walks all volumes at once. A round is put together when it is asked for.
 */
final class Rounds extends AbstractList<List<Group>> {
    private final Search search;
    private final List<Candidate> reserved;
    private final Shelf shelf;
    private final List<Stock> offers;
    private final List<List<AccessModeSet>> setsBySize;

    private Rounds(Search search, List<Candidate> reserved, Shelf shelf) {
        this.search = search;
        this.reserved = reserved;
        this.shelf = shelf;
        this.offers = search.delaysBinding() ? List.of() : shelf.offersFor(search);
        this.setsBySize = search.modes().supersetsBySize();
    }

    static List<List<Group>> of(Search search, VolumePool pool) {
        return search.isHopeless() ? List.of() : new Rounds(search, reserved(search, pool), pool.shelfFor(search));
    }

    /** Those for the claim that pass every rule, but for the reach of the node, which ends the search where it fails. */
    private static List<Candidate> reserved(Search search, VolumePool pool) {
        List<Candidate> reserved = new ArrayList<>();
        for (Candidate candidate : pool.heldBy(search.claim())) {
            Optional<Mismatch> mismatch = MatchRule.firstMismatch(search, candidate);
            if (mismatch.isEmpty() || mismatch.get() instanceof NotReachable) {
                reserved.add(candidate);
            }
        }
        reserved.sort(Comparator.comparing(Candidate::rank));
        return reserved;
    }

    @Override
    public int size() {
        return search.isController() ? setsBySize.size() : 1;
    }

    @Override
    public List<Group> get(int index) {
        return search.isController() ? ofOneSize(setsBySize.get(index)) : List.of(ofAllVolumes());
    }

    private List<Group> ofOneSize(List<AccessModeSet> sets) {
        List<Group> groups = new ArrayList<>(sets.size());
        for (AccessModeSet set : sets) {
            groups.add(new Group(reservedWith(set), shelf, offers, Marks.of(set)));
        }
        return groups;
    }

    private List<Candidate> reservedWith(AccessModeSet set) {
        return reserved.isEmpty()
                ? reserved
                : reserved.stream().filter(each -> each.modes().equals(set)).toList();
    }

    private Group ofAllVolumes() {
        long sets = 0;
        for (List<AccessModeSet> ofOneSize : setsBySize) {
            for (AccessModeSet set : ofOneSize) {
                sets |= Marks.of(set);
            }
        }
        return new Group(reserved, shelf, offers, sets);
    }
}
