package io.mooring.testkit.story;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came about in many stories: laws that had nothing to say say nothing. Counts while stories are shown to it.
 *
 * <pre>{@code
 * Coverage coverage = new Coverage();
 * stories.forEach(coverage::count);
 * assertThat(coverage.percentOfStories(Seen.BOUND)).isGreaterThanOrEqualTo(60);
 * System.out.print(coverage.text());
 * }</pre>
 */
public final class Coverage {
    private final Map<Seen, Integer> seen = new EnumMap<>(Seen.class);
    private final Map<String, int[]> kinds = new TreeMap<>();
    private int stories;
    private int steps;
    private int accepted;

    /** Of no story yet. */
    public Coverage() {}

    /** Counts one more. */
    public void count(Story story) {
        stories++;
        for (Taken taken : story.taken()) {
            int[] ofKind = kinds.computeIfAbsent(taken.step().getClass().getSimpleName(), name -> new int[2]);
            steps++;
            ofKind[0]++;
            if (taken.isAccepted()) {
                accepted++;
                ofKind[1]++;
            }
        }
        for (Seen each : Seen.values()) {
            if (each.isIn(story.passages())) {
                seen.merge(each, 1, Integer::sum);
            }
        }
    }

    public int stories() {
        return stories;
    }

    public int steps() {
        return steps;
    }

    /** Of a hundred steps, how many the API server took; settling and passing time are not counted. */
    public int percentAccepted() {
        int unasked = of("Settle")[0] + of("Advance")[0];
        return percent(accepted - unasked, steps - unasked);
    }

    /** Of a hundred stories, in how many it came about. */
    public int percentOfStories(Seen what) {
        return percent(seen.getOrDefault(what, 0), stories);
    }

    private int[] of(String kind) {
        return kinds.getOrDefault(kind, new int[2]);
    }

    private static int percent(int part, int whole) {
        return whole == 0 ? 0 : (int) Math.round(100.0 * part / whole);
    }

    /** A table of it, for people; ends in a newline. */
    public String text() {
        StringBuilder text = new StringBuilder(stories + " stories, " + steps
                + " steps; accepted of those that the API server was asked: " + percentAccepted() + "%\n");
        kinds.forEach((kind, counts) -> text.append(String.format(
                Locale.ROOT, "  %-12s %6d, accepted %3d%%%n", kind, counts[0], percent(counts[1], counts[0]))));
        text.append("stories with\n");
        Arrays.stream(Seen.values())
                .forEach(each -> text.append(
                        String.format(Locale.ROOT, "  %-16s %3d%%%n", each.words(), percentOfStories(each))));
        return text.toString();
    }
}
