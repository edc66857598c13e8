package io.mooring.binding.match;

import io.mooring.binding.match.Match.Blocked;
import io.mooring.binding.match.Match.Matched;
import io.mooring.binding.match.Match.Reason;
import io.mooring.binding.match.Mismatch.NotReachable;
import java.util.Optional;

/**
 * A volume that ends a search, and what the search then has found. Ordered as Mooring prefers them: reserved volumes first,
 * then by {@link SortKey}.
 */
record Choice(IndexedVolume volume, boolean isReserved, Match match) implements Comparable<Choice> {

    /** A free volume that passes every rule. */
    static Choice ofFree(IndexedVolume volume) {
        return new Choice(volume, false, new Matched(volume.volume(), Reason.FIRST_THAT_FITS));
    }

    /**
     * A volume that is reserved for the claim, if it ends the search: it passes every rule, or every rule but the reach of
     * the node. Upstream then returns neither this volume nor another one.
     */
    static Optional<Choice> ofReserved(IndexedVolume volume, Search search) {
        Optional<Mismatch> mismatch = MatchRule.firstMismatch(search, volume);
        if (mismatch.isEmpty()) {
            return Optional.of(new Choice(volume, true, new Matched(volume.volume(), Reason.RESERVED)));
        }
        return mismatch.get() instanceof NotReachable notReachable
                ? Optional.of(new Choice(volume, true, new Blocked(volume.volume(), notReachable)))
                : Optional.empty();
    }

    @Override
    public int compareTo(Choice other) {
        int byReservation = Boolean.compare(other.isReserved, isReserved);
        return byReservation != 0 ? byReservation : volume.sortKey().compareTo(other.volume.sortKey());
    }

    boolean hasCapacityOf(Choice other) {
        return volume.capacity().compareTo(other.volume.capacity()) == 0;
    }
}
