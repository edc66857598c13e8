package io.mooring.binding.match;

import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The free volumes of some drawers that a claim may get, in the order of choice, each once. It starts at the first that is
 * large enough and looks no further than it is asked to.
 */
final class Walk {
    private final Search search;
    private final PriorityQueue<Stock.Cursor> cursors = new PriorityQueue<>();
    private Optional<Candidate> former = Optional.empty();
    private boolean hasBegun;

    Walk(Search search, List<Drawer> drawers) {
        this.search = search;
        for (Drawer drawer : drawers) {
            for (Stock stock : drawer.offersFor(search)) {
                stock.from(search.requested()).ifPresent(cursors::add);
            }
        }
    }

    /** The next that passes every rule; empty at the end. */
    Optional<Candidate> next() {
        for (Optional<Candidate> next = step(); next.isPresent(); next = step()) {
            if (!isFormer(next.get())
                    && MatchRule.firstMismatch(search, next.get()).isEmpty()) {
                former = next;
                return next;
            }
        }
        return Optional.empty();
    }

    /** One volume may be in several stocks; then it comes up several times in a row. */
    private boolean isFormer(Candidate candidate) {
        return former.isPresent() && former.get().name().equals(candidate.name());
    }

    /** Goes past the volume it stood before, and tells which one it stands before now. */
    private Optional<Candidate> step() {
        if (hasBegun && !cursors.isEmpty()) {
            Stock.Cursor passed = cursors.remove();
            if (passed.step()) {
                cursors.add(passed);
            }
        }
        hasBegun = true;
        return Optional.ofNullable(cursors.peek()).map(Stock.Cursor::next);
    }
}
