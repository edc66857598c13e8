package io.mooring.binding.control.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
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
        assertThat(Indexes.parse("1,3-9,x", 5).numbers()).containsExactly(1, 3, 4);
        assertThat(Indexes.parse("1,3-9", 5).missing(2, 5)).containsExactly(0, 2);
    }

    @Property
    void readsWhatItWrites(@ForAll Set<@IntRange(max = 50) Integer> numbers) {
        Indexes indexes = Indexes.parse("", 0).and(numbers);
        assertThat(Indexes.parse(indexes.toString(), 51)).isEqualTo(indexes);
    }
}
