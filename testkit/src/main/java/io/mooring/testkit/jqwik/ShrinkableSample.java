package io.mooring.testkit.jqwik;

import io.mooring.testkit.choice.Sample;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** Shrinks as a sample becomes simpler. */
record ShrinkableSample<T>(Sample<T> sample) implements Shrinkable<T> {
    @Override
    public T value() {
        return sample.value();
    }

    @Override
    public Stream<Shrinkable<T>> shrink() {
        return sample.simpler().map(ShrinkableSample::new);
    }

    @Override
    public ShrinkingDistance distance() {
        return ShrinkingDistance.of(sample.size(), sample.sum());
    }
}
