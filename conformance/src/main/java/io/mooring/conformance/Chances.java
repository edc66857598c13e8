package io.mooring.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How often stories agree though upstream left something to chance, and the record has it otherwise than Mooring's own way. */
final class Chances {
    private long otherEnds;
    private long otherNumbers;
    private long eventsLost;

    /** Counts a story that agrees. */
    void count(Retelling retelling) {
        otherEnds += retelling.hasOtherEnd() ? 1 : 0;
        otherNumbers += retelling.hasOtherNumbers() ? 1 : 0;
        eventsLost += retelling.story().eventsLost();
    }

    /** What was counted; empty if every story agreed as Mooring tells it. */
    Optional<String> told() {
        List<String> said = new ArrayList<>();
        if (otherEnds > 0) {
            said.add(otherEnds + " with another end that Mooring lists beside its own");
        }
        if (otherNumbers > 0) {
            said.add(otherNumbers + " with names that came at once numbered otherwise");
        }
        if (eventsLost > 0) {
            said.add(eventsLost + " events lost to a conflict upstream");
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", said));
    }
}
