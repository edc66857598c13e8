package io.mooring.binding.control.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.story.Cost;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IndexesTest {
    @Test
    void writesRunsOfThreeOrMoreShort() {
        assertThat(Indexes.parse("", 9).and(Set.of(0, 2, 3, 5, 6, 7))).hasToString("0,2,3,5-7");
    }

    @Test
    void readsOnlyWhatIsBelowTheNumberOfCompletions() {
        assertThat(Indexes.parse("1,3-9,x", 5)).isEqualTo(Indexes.NONE.and(Set.of(1, 3, 4)));
        assertThat(Indexes.parse("1,3-9", 5).missing(2, 5)).containsExactly(0, 2);
    }

    @Property
    void isASetOfNumbers(
            @ForAll Set<@IntRange(max = 50) Integer> some, @ForAll Set<@IntRange(max = 50) Integer> others) {
        Indexes indexes = Indexes.NONE.and(some).and(Indexes.NONE.and(others));
        Set<Integer> all = new TreeSet<>(some);
        all.addAll(others);
        Set<Integer> common = new TreeSet<>(some);
        common.retainAll(others);
        assertThat(IntStream.range(-1, 52).filter(indexes::contains).boxed()).containsExactlyElementsOf(all);
        assertThat(indexes.size()).isEqualTo(all.size());
        assertThat(Indexes.NONE.and(some).inCommonWith(Indexes.NONE.and(others)))
                .isEqualTo(common.size());
        assertThat(indexes.missing(51, 51))
                .containsExactlyElementsOf(IntStream.range(0, 51)
                        .filter(each -> !all.contains(each))
                        .boxed()
                        .toList());
    }

    @Test
    void aRunOfManyNumbersIsNoMoreWorkThanOne() {
        assertThat(Cost.bytesOf(() -> {
                    Indexes most = Indexes.parse("0-999999999,1000000001-2147483647", Integer.MAX_VALUE);
                    assertThat(most.size()).isEqualTo(Integer.MAX_VALUE - 1);
                    assertThat(most.inCommonWith(most)).isEqualTo(most.size());
                    assertThat(most.missing(2, Integer.MAX_VALUE)).containsExactly(1_000_000_000);
                    assertThat(most).hasToString("0-999999999,1000000001-2147483646");
                }))
                .isLessThan(4 << 20);
    }

    @Property
    void readsWhatItWrites(@ForAll Set<@IntRange(max = 50) Integer> numbers) {
        Indexes indexes = Indexes.parse("", 0).and(numbers);
        assertThat(Indexes.parse(indexes.toString(), 51)).isEqualTo(indexes);
    }
}
