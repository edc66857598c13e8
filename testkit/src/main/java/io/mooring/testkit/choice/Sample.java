package io.mooring.testkit.choice;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value with the choices that made it, from which simpler values can be made. What an engine needs to shrink: a generator
 * knows nothing of it.
 *
 * <pre>{@code
 * Sample<Story> sample = Sample.of(Stories.any(), Choices.seeded(7));
 * Optional<Sample<Story>> simpler = sample.simpler().filter(each -> fails(each.value())).findFirst();
 * }</pre>
 */
public final class Sample<T> {
    private final Generator<? extends T> generator;
    private final T value;
    private final Tape.Part tape;
    private final List<Integer> choices;

    /** How far into the cuts of the sample that it comes from: those before did not help there, and will hardly help here. */
    private final int place;

    private Sample(Generator<? extends T> generator, Choices source, int place) {
        this.generator = generator;
        this.place = place;
        Recorder recorder = new Recorder(source);
        this.value = generator.from(recorder);
        this.tape = recorder.tape();
        this.choices = recorder.numbers();
    }

    /** The value that these choices make. */
    public static <T> Sample<T> of(Generator<? extends T> generator, Choices choices) {
        return new Sample<>(generator, choices, 0);
    }

    public T value() {
        return value;
    }

    /** The choices; {@link Choices#of(List)} gives the value again. */
    public List<Integer> choices() {
        return choices;
    }

    /** How many choices count: fewer make a simpler value. */
    public int size() {
        return tape.size();
    }

    /** The sum of the choices: of two samples of one size, the one with less is the simpler. */
    public long sum() {
        return tape.sum();
    }

    /** Simpler ones: with fewer choices, or smaller ones; each is made when it is asked for. What helps most comes first. */
    public Stream<Sample<T>> simpler() {
        List<Supplier<Tape.Part>> cuts = Cuts.of(tape);
        int start = cuts.isEmpty() ? 0 : place % cuts.size();
        return IntStream.range(0, cuts.size())
                .map(each -> (each + start) % cuts.size())
                .mapToObj(each -> made(cuts.get(each).get(), each))
                .filter(sample -> sample.tape.isSimplerThan(tape));
    }

    private Sample<T> made(Tape.Part simpler, int at) {
        return new Sample<>(generator, new TapeChoices(simpler), at);
    }

    @Override
    public String toString() {
        return Objects.toString(value);
    }
}
