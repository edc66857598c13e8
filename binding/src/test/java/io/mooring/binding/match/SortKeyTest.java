package io.mooring.binding.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.quantity.Quantity;
import java.math.BigInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SortKeyTest {
    @Test
    void sortsBySizeFarBeyondWhatALongHolds() {
        assertThat(Stream.of(
                                "-2e40",
                                "-1e40",
                                "-1",
                                "-1m",
                                "0",
                                "1m",
                                "2m",
                                "1",
                                "1Gi",
                                "4611686018427387903",
                                "4611686018427387903500m",
                                "4611686018427387904",
                                "9223372036854775807",
                                "1e40",
                                "2e40")
                        .map(size -> SortKey.of(Quantity.parse(size), 1, "pv"))
                        .toList())
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Property(tries = 500)
    void sortsAsTheCapacitiesDo(@ForAll("capacities") Quantity some, @ForAll("capacities") Quantity other) {
        int order = SortKey.of(some, 1, "pv").compareTo(SortKey.of(other, 1, "pv"));

        assertThat(Integer.signum(order)).isEqualTo(some.compareTo(other));
    }

    /** Amounts near each other, whole ones and halves, and near where a long or half of it ends. */
    @Provide
    Arbitrary<Quantity> capacities() {
        Arbitrary<BigInteger> near =
                Arbitraries.of(0L, 1L << 30, 1L << 62, Long.MAX_VALUE).map(BigInteger::valueOf);
        Arbitrary<Integer> halves = Arbitraries.integers().between(-4, 4);
        Arbitrary<Boolean> isNegative = Arbitraries.of(true, false);
        return Combinators.combine(near, halves, isNegative).as((whole, more, negative) -> {
            BigInteger millis = whole.multiply(BigInteger.valueOf(1000)).add(BigInteger.valueOf(500L * more));
            return Quantity.parse((negative ? millis.negate() : millis) + "m");
        });
    }

    @Test
    void sortsWhatHoldsTheSameByModesAndThenByName() {
        Quantity size = Quantity.parse("1Gi");
        assertThat(Stream.of(
                                SortKey.before(size),
                                SortKey.of(size, 1, "b"),
                                SortKey.of(Quantity.parse("1024Mi"), 1, "c"),
                                SortKey.of(size, 2, "a"))
                        .toList())
                .doesNotHaveDuplicates()
                .isSorted();
    }
}
