package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.release.Semantics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A story: {@code steps}, each a call and then quiet; {@code answer}, {@code state} and {@code events} after each. The
 * first step that differs is the difference, path by path. Where a step ends otherwise than Mooring's own way, the other ways
 * that {@link io.mooring.binding.explore.Explorer} lists are tried: which claim looks first for a new volume is chance upstream,
 * and a record keeps one of them. How often it came to that is told.
 */
final class ScenarioPlayer implements Player {
    private static final double NANOS_PER_SECOND = 1e9;

    private final String file;
    private final Semantics semantics;
    private long steps;
    private long otherEnds;
    private long eventsLost;
    private long nanos;

    /** @param file which stories: those of one form are kept in several files */
    ScenarioPlayer(String file, Semantics semantics) {
        this.file = file;
        this.semantics = semantics;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public Optional<Difference> play(JsonNode record) {
        long start = System.nanoTime();
        List<JsonNode> told = record.get("steps").valueStream().toList();
        List<Integer> ends = new ArrayList<>();
        Story story = begin(record);
        Optional<Difference> difference = Optional.empty();
        for (JsonNode step : told) {
            steps++;
            difference = story.play(step);
            ends.add(0);
            if (difference.isPresent()) {
                Optional<Story> other = withOtherEnd(record, told, ends);
                if (other.isEmpty()) {
                    break;
                }
                story = other.get();
                difference = Optional.empty();
            }
        }
        if (difference.isEmpty()) {
            otherEnds += ends.stream().anyMatch(end -> end > 0) ? 1 : 0;
            eventsLost += story.eventsLost();
        }
        nanos += System.nanoTime() - start;
        return difference;
    }

    private Story begin(JsonNode record) {
        return new Story(RecordedControlPlane.of(record, semantics).controllers(), Snapshot.kindsOf(record));
    }

    /**
     * The story as far as it was told, with the last step ending in another way that Mooring lists, if one agrees.
     *
     * @param ends in which way each step ended; of the last one the other way is put down here
     */
    private Optional<Story> withOtherEnd(JsonNode record, List<JsonNode> told, List<Integer> ends) {
        int last = ends.size() - 1;
        int ways = until(last, record, told, ends).ends(told.get(last));
        for (int way = 1; way < ways; way++) {
            Story story = until(last, record, told, ends);
            if (story.play(told.get(last), way).isEmpty()) {
                ends.set(last, way);
                return Optional.of(story);
            }
        }
        return Optional.empty();
    }

    private Story until(int step, JsonNode record, List<JsonNode> told, List<Integer> ends) {
        Story story = begin(record);
        for (int i = 0; i < step; i++) {
            story.play(told.get(i), ends.get(i));
        }
        return story;
    }

    /** What upstream left to chance, though a record keeps one way only. */
    @Override
    public Optional<String> chance() {
        List<String> said = new ArrayList<>();
        if (otherEnds > 0) {
            said.add(otherEnds + " with another end that Mooring lists beside its own");
        }
        if (eventsLost > 0) {
            said.add(eventsLost + " events lost to a conflict upstream");
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", said));
    }

    /**
     * How fast the stories were played, comparisons included, against what a control plane needs for them at least. The
     * records do not say how long it took; they show how often it resynced, and it does so every quarter of a minute
     * unless told otherwise.
     */
    @Override
    public Optional<String> note() {
        double seconds = nanos / NANOS_PER_SECOND;
        return Optional.of(String.format(
                "%d recorded steps in %.1f s, %.0f a second; with %d resyncs a step a control plane takes %d min",
                steps,
                seconds,
                steps / Math.max(seconds, 1e-9),
                EventBudget.RESYNCS_A_STEP,
                EventBudget.RESYNC_PERIOD
                        .multipliedBy(steps * EventBudget.RESYNCS_A_STEP)
                        .toMinutes()));
    }
}
