package io.mooring.binding.explore;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.LaggingWorld;
import io.mooring.binding.world.LaggingWorld.Bounds;
import io.mooring.binding.world.LaggingWorld.Deed;
import io.mooring.binding.world.LaggingWorld.Way;
import io.mooring.binding.world.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way of a world: which of the ways was taken at each place. As text {@code lag=2 falls=2 crashes=0: 0x14 3 0x2}, where {@code 0x14}
 * is the usual way fourteen times.
 */
record Replay(Bounds bounds, List<Integer> choices) {
    private static final Pattern TEXT =
            Pattern.compile("lag=(\\d{1,4}) falls=(\\d{1,4}) crashes=(\\d{1,4}):((?: \\d{1,6}(?:x\\d{1,6})?)*)");
    private static final int MOST_CHOICES = 1_000_000;

    static Replay parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text
                            + "\" is no way to replay; expected what a Counterexample says, such as lag=1 falls=1 crashes=0: 0x4 2 0");
        }
        List<Integer> choices = new ArrayList<>();
        for (String each : matcher.group(4).strip().split(" ", -1)) {
            String[] parts = each.split("x", 2);
            int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
            for (int i = 0; i < times && !each.isEmpty() && choices.size() < MOST_CHOICES; i++) {
                choices.add(Integer.parseInt(parts[0]));
            }
        }
        return new Replay(
                new Bounds(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))),
                choices);
    }

    String text() {
        StringBuilder text = new StringBuilder(
                "lag=" + bounds.lag() + " falls=" + bounds.falls() + " crashes=" + bounds.crashes() + ":");
        for (int i = 0; i < choices.size(); ) {
            int end = i;
            while (end < choices.size() && choices.get(end).equals(choices.get(i))) {
                end++;
            }
            text.append(' ').append(choices.get(i)).append(end - i == 1 ? "" : "x" + (end - i));
            i = end;
        }
        return text.toString();
    }

    /**
     * Goes that way.
     *
     * @param trace what happens is added here, a line each
     * @throws IllegalArgumentException if the world has no such way
     */
    Cluster run(Cluster start, List<? extends Edit> steps, List<String> trace) {
        LaggingWorld world = LaggingWorld.of(start, bounds);
        int done = 0;
        for (int i = 0; i < choices.size(); i++) {
            List<Way> ways = world.ways();
            int choice = choices.get(i);
            if (choice < ways.size()) {
                tell(ways.get(choice).deed(), trace);
                world = ways.get(choice).world();
            } else if (choice == ways.size() && done < steps.size()) {
                Edit step = steps.get(done++);
                Outcome outcome = step.on(world.cluster());
                trace.add("you: " + step.purpose() + (outcome.answer().isAccepted() ? "" : ", which is refused"));
                world = world.after(outcome);
            } else {
                throw new IllegalArgumentException("there is no way " + choice + " at move " + (i + 1) + " of "
                        + choices.size() + ", but " + ways.size() + "; the start or the steps are others");
            }
        }
        return world.cluster();
    }

    /** A look that saw everything is told by what is written then. */
    private static void tell(Deed deed, List<String> trace) {
        if (!deed.unseen().isEmpty()) {
            trace.add(deed.who() + " " + deed.what() + ", and has not seen that " + Search.unseen(deed.unseen()));
        } else if (deed.who().isEmpty()) {
            trace.add(deed.what());
        } else if (!deed.what().startsWith("looks at ") && !deed.what().startsWith("emit ")) {
            trace.add(deed.who() + ": " + deed.what());
        }
    }
}
