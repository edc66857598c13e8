package io.mooring.testkit.jqwik;

import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Generator;
import io.mooring.testkit.choice.Sample;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Any {@link Generator} as an arbitrary of jqwik. Values shrink by their choices, whatever they are: steps are left out of a story,
 * what is left becomes the simplest of its kind.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Story> stories() {
 *     return MooringArbitraries.of(Stories.any().and(new MyOperator()));
 * }
 * }</pre>
 */
public final class MooringArbitraries {
    private MooringArbitraries() {}

    /** What the generator makes from random choices. */
    public static <T> Arbitrary<T> of(Generator<? extends T> generator) {
        return Arbitraries.fromGenerator(random -> new ShrinkableSample<>(Sample.of(generator, Choices.of(random))));
    }
}
