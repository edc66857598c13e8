package io.mooring.testkit.story;

import io.mooring.binding.world.Answer;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import java.util.Optional;

/**
 * A step that was taken.
 *
 * @param answer the API server's; empty for what needs no answer, such as passing time
 */
public record Taken(Cluster before, Step step, Cluster after, Optional<Answer> answer) {
    static Taken of(Cluster before, Step step, Outcome outcome) {
        return new Taken(before, step, outcome.cluster(), Optional.of(outcome.answer()));
    }

    static Taken unasked(Cluster before, Step step, Cluster after) {
        return new Taken(before, step, after, Optional.empty());
    }

    public boolean isAccepted() {
        return refused().isEmpty();
    }

    /** Why the API server did not do it, if it did not. */
    public Optional<Answer.Refused> refused() {
        return answer.flatMap(Answer::refused);
    }
}
