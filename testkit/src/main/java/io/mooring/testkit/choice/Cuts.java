package io.mooring.testkit.choice;

import io.mooring.testkit.choice.Tape.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The ways to make a tape simpler, the boldest first. */
final class Cuts {
    private final List<Supplier<Part>> neighbours = new ArrayList<>();
    private final List<Supplier<Part>> parts = new ArrayList<>();
    private final List<Supplier<Part>> numbers = new ArrayList<>();

    private Cuts() {}

    /** In the order in which they are to be tried. */
    static List<Supplier<Part>> of(Part tape) {
        Cuts cuts = new Cuts();
        cuts.collect(tape, changed -> changed);
        List<Supplier<Part>> all = new ArrayList<>(cuts.neighbours);
        all.addAll(cuts.parts);
        all.addAll(cuts.numbers);
        return all;
    }

    /** @param within makes the whole tape from a changed part */
    private void collect(Part part, UnaryOperator<Part> within) {
        leaveOutNeighbours(part, within);
        for (int i = part.items().size() - 1; i >= 0; i--) {
            int place = i;
            if (part.items().get(i) instanceof Part inner) {
                parts.add(() -> within.apply(part.without(place, place + 1)));
                parts.add(() -> within.apply(part.with(place, Part.EMPTY)));
                collect(inner, changed -> within.apply(part.with(place, changed)));
            } else {
                lower(part, place, within);
            }
        }
    }

    /** Several at once, such as half of the steps of a story; the more the earlier. */
    private void leaveOutNeighbours(Part part, UnaryOperator<Part> within) {
        int size = part.items().size();
        for (int count = size / 2; count >= 2; count /= 2) {
            for (int from = size - count; from >= 0; from -= Math.max(1, count / 2)) {
                int first = from;
                int after = from + count;
                neighbours.add(() -> within.apply(part.without(first, after)));
            }
        }
    }

    private void lower(Part part, int place, UnaryOperator<Part> within) {
        int number = ((Tape.Choice) part.items().get(place)).value();
        for (int lower : lower(number)) {
            numbers.add(() -> within.apply(part.with(place, new Tape.Choice(lower))));
        }
        numbers.add(() -> within.apply(part.without(place, place + 1)));
    }

    /** Nothing, half, one less. */
    private static Set<Integer> lower(int number) {
        Set<Integer> lower = new LinkedHashSet<>();
        if (number > 0) {
            lower.add(0);
            lower.add(number / 2);
            lower.add(number - 1);
        }
        return lower;
    }
}
