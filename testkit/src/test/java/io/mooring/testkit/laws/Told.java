package io.mooring.testkit.laws;

import io.mooring.testkit.jqwik.MooringArbitraries;
import io.mooring.testkit.jqwik.MooringDomain;
import io.mooring.testkit.story.Stories;
import io.mooring.testkit.story.Story;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.domains.DomainContextBase;

/**
 * The stories of {@link MooringDomain}, each told once, however many laws look at it: with a {@link KeptSeed} all laws that take one
 * story a try draw the same seeds, one after the other.
 */
public class Told extends DomainContextBase {
    private static final Arbitrary<Story> ANY = once(MooringArbitraries.of(Stories.any()));

    /** Made by jqwik. */
    public Told() {}

    @Provide
    Arbitrary<Story> stories() {
        return ANY;
    }

    /** The values of this arbitrary, each of which is made the first time that its seed is drawn. */
    static <T> Arbitrary<T> once(Arbitrary<T> arbitrary) {
        RandomGenerator<T> generator = arbitrary.generator(1_000);
        Map<Long, Shrinkable<T>> made = new HashMap<>();
        return Arbitraries.fromGenerator(
                random -> made.computeIfAbsent(random.nextLong(), seed -> generator.next(new Random(seed))));
    }
}
