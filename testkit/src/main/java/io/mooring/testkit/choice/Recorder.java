package io.mooring.testkit.choice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Passes choices on, and writes them down. */
final class Recorder implements Choices {
    private final Choices source;
    private final List<Integer> numbers = new ArrayList<>();
    private final Deque<List<Tape>> open = new ArrayDeque<>();

    Recorder(Choices source) {
        this.source = source;
        open.push(new ArrayList<>());
    }

    @Override
    public int below(int bound) {
        return written(source.below(bound));
    }

    @Override
    public int weighed(List<Integer> weights) {
        return written(source.weighed(weights));
    }

    private int written(int number) {
        numbers.add(number);
        open.getFirst().add(new Tape.Choice(number));
        return number;
    }

    @Override
    public <T> T part(Supplier<? extends T> chosen) {
        open.push(new ArrayList<>());
        T value = source.part(chosen);
        Tape.Part part = new Tape.Part(open.pop());
        open.getFirst().add(part);
        return value;
    }

    Tape.Part tape() {
        return new Tape.Part(open.getFirst());
    }

    /** All of them in order. */
    List<Integer> numbers() {
        return List.copyOf(numbers);
    }
}
