package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.release.Semantics;
import java.util.Optional;

/**
 * A story: {@code steps}, each a call and then quiet; {@code answer}, {@code state} and {@code events} after each. The
 * first step that differs, whatever is tried of what upstream leaves to chance ({@link Retelling}), is the difference, path by
 * path. How often it came to that is told.
 */
final class ScenarioPlayer implements Player {
    private static final double NANOS_PER_SECOND = 1e9;

    private final String file;
    private final Semantics semantics;
    private final Chances chances = new Chances();
    private long steps;
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
        Retelling retelling = new Retelling(
                numbering -> begin(record, numbering),
                record.get("steps").valueStream().toList());
        Optional<Difference> difference = retelling.play();
        steps += retelling.steps();
        if (difference.isEmpty()) {
            chances.count(retelling);
        }
        nanos += System.nanoTime() - start;
        return difference;
    }

    private Story begin(JsonNode record, Numbering numbering) {
        return new Story(RecordedControlPlane.of(record, semantics).controllers(), Snapshot.kindsOf(record), numbering);
    }

    /** What upstream left to chance, though a record keeps one way only. */
    @Override
    public Optional<String> chance() {
        return chances.told();
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
