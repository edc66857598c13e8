package io.mooring.testkit.story;

import io.mooring.binding.world.Cluster;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Steps that were taken, one after the other, from a cluster on; at the end the controllers settle.
 *
 * <pre>{@code
 * @Property
 * void noVolumeServesTwo(@ForAll Story story) {
 *     story.check(Laws.NO_VOLUME_SERVES_TWO);
 * }
 * }</pre>
 *
 * <p>{@link #text} gives it as commands and manifests that can be pasted. A failing {@link #check} has that text in its message.
 */
public final class Story {
    private static final int SCREEN = 60;

    private final Cluster start;
    private final List<Taken> taken;
    private final List<Passage> passages;
    private final Optional<RuntimeException> thrown;

    private Story(Cluster start, List<Taken> taken, List<Passage> passages, Optional<RuntimeException> thrown) {
        this.start = start;
        this.taken = List.copyOf(taken);
        this.passages = List.copyOf(passages);
        this.thrown = thrown;
    }

    /** The steps, taken from this cluster on; where one throws, or the controllers do, the story ends, and {@link #check} tells. */
    public static Story of(Cluster start, List<? extends Step> steps) {
        Telling telling = new Telling(start);
        for (Step step : steps) {
            telling.take(step);
        }
        return telling.end();
    }

    static Story told(Cluster start, List<Taken> taken, List<Passage> passages, Optional<RuntimeException> thrown) {
        return new Story(start, taken, passages, thrown);
    }

    /** As it was before the first step. */
    public Cluster start() {
        return start;
    }

    /**
     * As it is at the end, settled.
     *
     * @throws IllegalStateException if a step or a controller has thrown something
     */
    public Cluster end() {
        thrown.ifPresent(cause -> {
            throw new IllegalStateException("the story broke off", cause);
        });
        return passages.isEmpty()
                ? start.settle()
                : passages.get(passages.size() - 1).after();
    }

    /** The steps, those that were refused too. */
    public List<Step> steps() {
        return taken.stream().map(Taken::step).toList();
    }

    /** The steps with what came of each. */
    public List<Taken> taken() {
        return taken;
    }

    /** What was done between moments at which the cluster was settled; the last ends settled, whether a step says so or not. */
    public List<Passage> passages() {
        return passages;
    }

    /**
     * Holds every passage against these laws.
     *
     * @throws AssertionError at the first that does not hold, with what was wrong, and the story as far as it was told; also if a
     *     step or a controller has thrown something
     */
    public void check(Law... laws) {
        check(List.of(laws));
    }

    /** The same as {@link #check(Law...)}. */
    public void check(Collection<? extends Law> laws) {
        for (int i = 0; i < passages.size(); i++) {
            for (Law law : laws) {
                check(law, i);
            }
        }
        thrown.ifPresent(cause -> {
            throw told(cause + "\nafter these steps:\n" + shown(steps()), cause);
        });
    }

    private void check(Law law, int place) {
        try {
            law.check(passages.get(place));
        } catch (AssertionError broken) {
            int steps = passages.stream()
                    .limit(place + 1L)
                    .mapToInt(each -> each.taken().size() + 1)
                    .sum();
            List<Step> told = steps().subList(0, Math.min(steps, taken.size()));
            throw told(
                    "does not hold: " + law.words() + "\n" + broken.getMessage() + "\nafter these steps:\n"
                            + shown(told),
                    broken);
        }
    }

    /** With the stack of what it stands for. */
    private static AssertionError told(String message, Throwable broken) {
        AssertionError error = new AssertionError(message);
        error.setStackTrace(broken.getStackTrace());
        return error;
    }

    /** What a screen has no room for is told in a line a step. */
    private static String shown(List<Step> steps) {
        String text = StepText.of(steps);
        return text.lines().count() <= SCREEN
                ? text
                : steps.stream().map(step -> "  " + step.words() + "\n").collect(Collectors.joining());
    }

    /** As commands and manifests for a POSIX shell, which {@link Stories#parse} reads back; ends in a newline. */
    public String text() {
        return StepText.of(steps());
    }

    /** A line, for reports that have one for each value. */
    @Override
    public String toString() {
        return taken.isEmpty() ? "no steps" : steps().stream().map(Step::words).collect(Collectors.joining("; "));
    }
}
