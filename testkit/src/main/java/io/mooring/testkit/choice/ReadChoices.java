package io.mooring.testkit.choice;

import java.util.List;

/** Numbers that were written down. */
final class ReadChoices implements Choices {
    private final List<Integer> numbers;
    private int place;

    ReadChoices(List<Integer> numbers) {
        this.numbers = List.copyOf(numbers);
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
        return place < numbers.size() ? numbers.get(place++) : 0;
    }
}
