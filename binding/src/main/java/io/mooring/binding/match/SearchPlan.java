package io.mooring.binding.match;

import java.util.ArrayList;
import java.util.List;

/**
 * The calls of {@code FindMatchingVolume} that a search comes down to: round after round, until one call finds something.
 * The scheduler makes one call, for all volumes. The controller makes a call for each set of access modes that has those
 * asked for, fewest modes first; calls for sets of one size make a round, within which upstream's order is open. Models
 * {@code findByClaim} and {@code allPossibleMatchingAccessModes}.
 */
final class SearchPlan {
    private final Search search;
    private final List<Choice> reserved;
    private final FreeVolumeIndex free;
    private final List<VolumeTree> trees;
    private final List<List<AccessModeSet>> modesBySize;

    private SearchPlan(Search search, List<Choice> reserved, FreeVolumeIndex free) {
        this.search = search;
        this.reserved = reserved;
        this.free = free;
        this.trees = search.delaysBinding() ? List.of() : free.treesFor(search);
        this.modesBySize = search.modes().supersetsBySize();
    }

    static SearchPlan of(Search search, VolumePool pool) {
        return new SearchPlan(search, reserved(search, pool), pool.freeVolumesFor(search));
    }

    private static List<Choice> reserved(Search search, VolumePool pool) {
        List<Choice> reserved = new ArrayList<>();
        for (IndexedVolume volume : pool.reservedFor(search.claim())) {
            Choice.ofReserved(volume, search).ifPresent(reserved::add);
        }
        reserved.sort(null);
        return reserved;
    }

    /** How many rounds there are; none if no volume at all can do. */
    int rounds() {
        if (search.isHopeless()) {
            return 0;
        }
        return search.isController() ? modesBySize.size() : 1;
    }

    /** The calls of one round. They are put together when asked for: most searches end in the first round. */
    List<VolumeLookup> round(int index) {
        return search.isController() ? oneForEach(modesBySize.get(index)) : List.of(oneForAll());
    }

    private List<VolumeLookup> oneForEach(List<AccessModeSet> sets) {
        List<VolumeLookup> lookups = new ArrayList<>(sets.size());
        for (AccessModeSet modes : sets) {
            lookups.add(lookup(reservedWith(modes), Signature.of(modes)));
        }
        return lookups;
    }

    private List<Choice> reservedWith(AccessModeSet modes) {
        return reserved.isEmpty()
                ? reserved
                : reserved.stream()
                        .filter(choice -> choice.volume().modes().equals(modes))
                        .toList();
    }

    private VolumeLookup oneForAll() {
        long anyOf = 0;
        for (List<AccessModeSet> sets : modesBySize) {
            for (AccessModeSet modes : sets) {
                anyOf |= Signature.of(modes);
            }
        }
        return lookup(reserved, anyOf);
    }

    private VolumeLookup lookup(List<Choice> reservedOnes, long modes) {
        return new VolumeLookup(reservedOnes, free, trees, new SignatureFilter(modes, search.labelSignature()));
    }
}
