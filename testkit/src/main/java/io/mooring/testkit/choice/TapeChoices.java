package io.mooring.testkit.choice;

import java.util.List;
import java.util.function.Supplier;

/** Choices that were written down. A part that is not where it was is the next one there is. */
final class TapeChoices implements Choices {
    private List<Tape> items;
    private int place;

    TapeChoices(Tape.Part tape) {
        this.items = tape.items();
    }

    @Override
    public int below(int bound) {
        return Math.min(next(), bound - 1);
    }

    @Override
    public int weighed(List<Integer> weights) {
        return Weights.nearest(weights, next());
    }

    private int next() {
        return place < items.size() && items.get(place) instanceof Tape.Choice number ? taken(number) : 0;
    }

    private int taken(Tape.Choice number) {
        place++;
        return number.value();
    }

    @Override
    public <T> T part(Supplier<? extends T> chosen) {
        List<Tape> outer = items;
        int next = place;
        while (next < outer.size() && outer.get(next) instanceof Tape.Choice) {
            next++;
        }
        items = next < outer.size() ? ((Tape.Part) outer.get(next)).items() : List.of();
        place = 0;
        T value = chosen.get();
        items = outer;
        place = Math.min(next + 1, outer.size());
        return value;
    }
}
