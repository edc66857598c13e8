package io.mooring.binding.match;

import io.mooring.meta.LabelRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The free volumes of a shelf that a claim may get, in the order of choice, each once. It starts at the first that is large
 * enough and looks no further than it is asked to.
 */
final class Walk {
    /** After so many steps in vain it asks the shelf where to go on, which costs as much as some steps. */
    private static final int PATIENCE = 4;

    private final Search search;
    private final Shelf shelf;
    private final PriorityQueue<Stock.Cursor> cursors = new PriorityQueue<>();
    private Optional<Candidate> former = Optional.empty();
    private boolean hasBegun;

    Walk(Search search, Shelf shelf, List<Stock> offers, Sought sought) {
        this.search = search;
        this.shelf = shelf;
        for (Stock stock : offers) {
            stock.from(search.smallest(), sought).ifPresent(cursors::add);
        }
    }

    /** The next that passes every rule; empty at the end. */
    Optional<Candidate> next() {
        int failures = 0;
        for (Optional<Candidate> next = step(); next.isPresent(); next = step()) {
            if (isFormer(next.get())) {
                continue;
            }
            if (MatchRule.firstMismatch(search, next.get()).isEmpty()) {
                former = next;
                return next;
            }
            failures++;
            if (failures % PATIENCE == 0) {
                leap(next.get());
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

    /** Goes to where a label ends that the claim does not want, or one begins again, if that is why the volume fails. */
    private void leap(Candidate failed) {
        for (LabelRequirement requirement : search.selector().requirements()) {
            List<Stock> failing = shelf.thatFail(requirement);
            if (!failing.isEmpty() && !requirement.matches(failed.labels())) {
                goTo(shelf.all().firstOutside(failing, failed));
                return;
            }
        }
    }

    private void goTo(Optional<Candidate> place) {
        List<Stock.Cursor> moved = new ArrayList<>(cursors);
        cursors.clear();
        hasBegun = false;
        place.ifPresent(candidate ->
                moved.stream().filter(cursor -> cursor.goTo(candidate.rank())).forEach(cursors::add));
    }
}
