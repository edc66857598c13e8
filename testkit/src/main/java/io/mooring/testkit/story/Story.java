package io.mooring.testkit.story;

import io.mooring.binding.world.Cluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    private Story(Cluster start, List<Taken> taken) {
        this.start = start;
        this.taken = List.copyOf(taken);
        this.passages = List.copyOf(passages(start, taken));
    }

    /** The steps, taken from this cluster on. */
    public static Story of(Cluster start, List<? extends Step> steps) {
        List<Taken> taken = new ArrayList<>();
        Cluster cluster = start;
        for (Step step : steps) {
            Taken next = step.take(cluster);
            taken.add(next);
            cluster = next.after();
        }
        return new Story(start, taken);
    }

    static Story told(Cluster start, List<Taken> taken) {
        return new Story(start, taken);
    }

    private static List<Passage> passages(Cluster start, List<Taken> taken) {
        List<Passage> passages = new ArrayList<>();
        List<Taken> open = new ArrayList<>();
        Cluster before = start;
        for (Taken each : taken) {
            if (each.step() instanceof Step.Settle) {
                passages.add(new Passage(before, open, each.after()));
                open.clear();
                before = each.after();
            } else {
                open.add(each);
            }
        }
        if (!open.isEmpty()) {
            Cluster last = open.get(open.size() - 1).after();
            passages.add(new Passage(before, open, last.settle()));
        }
        return passages;
    }

    /** As it was before the first step. */
    public Cluster start() {
        return start;
    }

    /** As it is at the end, settled. */
    public Cluster end() {
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
     * @throws AssertionError at the first that does not hold, with what was wrong, and the story as far as it was told
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
            AssertionError error = new AssertionError("does not hold: " + law.words() + "\n" + broken.getMessage()
                    + "\nafter these steps:\n" + shown(told));
            error.setStackTrace(broken.getStackTrace());
            throw error;
        }
    }

    /** What a screen has no room for is told in a line a step. */
    private static String shown(List<Step> steps) {
        String text = StepText.of(steps);
        return text.lines().count() <= SCREEN
                ? text
                : steps.stream().map(step -> "  " + step.words() + "\n").collect(Collectors.joining());
    }

    /** As commands and manifests for a POSIX shell; ends in a newline. */
    public String text() {
        return StepText.of(steps());
    }

    /** A line, for reports that have one for each value. */
    @Override
    public String toString() {
        return taken.isEmpty() ? "no steps" : steps().stream().map(Step::words).collect(Collectors.joining("; "));
    }
}
