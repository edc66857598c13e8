package io.mooring.binding.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call of upstream's {@code FindMatchingVolume}, with those of its volumes that may end it.
 *
 * @param reserved for the claim, in the order of preference
 * @param free where the free volumes are
 * @param trees of {@code free} to look into
 * @param filter which sets of access modes, and which labels, the free ones must have
 */
record VolumeLookup(List<Choice> reserved, FreeVolumeIndex free, List<VolumeTree> trees, SignatureFilter filter) {

    /** The first choice, if there is any: a reserved volume before all others. */
    Optional<Choice> first(Search search) {
        return reserved.isEmpty() ? scan(search).next().map(Choice::ofFree) : Optional.of(reserved.get(0));
    }

    /**
     * Everything that the call may return, which depends on the order in which upstream happens to have the volumes: any of
     * the reserved ones, which end the call at once; else any of the smallest free ones.
     */
    List<Choice> choices(Search search) {
        if (!reserved.isEmpty()) {
            return reserved;
        }
        List<Choice> choices = new ArrayList<>();
        FreeVolumeScan scan = scan(search);
        Optional<Choice> next = scan.next().map(Choice::ofFree);
        while (next.isPresent() && (choices.isEmpty() || next.get().hasCapacityOf(choices.get(0)))) {
            choices.add(next.get());
            next = scan.next().map(Choice::ofFree);
        }
        return choices;
    }

    private FreeVolumeScan scan(Search search) {
        return new FreeVolumeScan(search, free, trees, filter);
    }
}
