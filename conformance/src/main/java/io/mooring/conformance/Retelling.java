package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A recorded story as Mooring tells it, step by step. Where a step differs, what upstream leaves to chance is tried: how the step
 * ends, of the ways that {@link io.mooring.binding.explore.Explorer} lists, and how names that were made up at once are
 * numbered. Which claim looks first for a new volume is chance upstream, and a record keeps one of the ends.
 */
final class Retelling {
    /** How many pairs of an end and a numbering are tried for one step. */
    private static final int MOST_OF_BOTH = 200;

    private final Function<Numbering, Story> beginning;
    private final List<JsonNode> told;
    private final List<Integer> ends = new ArrayList<>();
    private Numbering numbering = Numbering.OWN;
    private Story story;

    /**
     * A story that is still to be played.
     *
     * @param beginning what there is before the first step
     * @param told the steps as they were recorded
     */
    Retelling(Function<Numbering, Story> beginning, List<JsonNode> told) {
        this.beginning = beginning;
        this.told = List.copyOf(told);
        this.story = beginning.apply(numbering);
    }

    /** The first step that differs, whatever is tried. */
    Optional<Difference> play() {
        for (JsonNode step : told) {
            Optional<Difference> difference = story.play(step);
            ends.add(0);
            if (difference.isPresent() && !isTakenOtherwise()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /**
     * Looks for another way in which the story agrees up to the last step, and goes on from there: another end of this step, then
     * other numbers, then both.
     */
    private boolean isTakenOtherwise() {
        int last = ends.size() - 1;
        List<Numbering> others = Numbering.others(story.numbered()).toList();
        int ways = before(last, numbering).orElseThrow().ends(told.get(last));
        return IntStream.range(1, ways).anyMatch(end -> agrees(last, end, numbering))
                || others.stream().anyMatch(other -> agrees(last, 0, other))
                || IntStream.range(1, ways)
                        .boxed()
                        .flatMap(end -> others.stream().map(other -> Map.entry(end, other)))
                        .limit(MOST_OF_BOTH)
                        .anyMatch(both -> agrees(last, both.getKey(), both.getValue()));
    }

    private boolean agrees(int step, int end, Numbering tried) {
        Optional<Story> before = before(step, tried);
        if (before.isEmpty() || before.get().play(told.get(step), end).isPresent()) {
            return false;
        }
        ends.set(step, end);
        numbering = tried;
        story = before.get();
        return true;
    }

    /** The story up to this step, if it agrees so far with these numbers. */
    private Optional<Story> before(int step, Numbering tried) {
        Story other = beginning.apply(tried);
        for (int i = 0; i < step; i++) {
            if (other.play(told.get(i), ends.get(i)).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.of(other);
    }

    /** Whether a step ended otherwise than Mooring's own way. */
    boolean hasOtherEnd() {
        return ends.stream().anyMatch(end -> end > 0);
    }

    /** Whether names were numbered otherwise than in Mooring's order. */
    boolean hasOtherNumbers() {
        return !numbering.equals(Numbering.OWN);
    }

    /** How many steps were played. */
    int steps() {
        return ends.size();
    }

    /** The story as far as it was told. */
    Story story() {
        return story;
    }
}
