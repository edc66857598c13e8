package io.mooring.binding.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.quantity.Quantity;
import java.util.stream.Stream;
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
                                "9223372036854775807",
                                "1e40",
                                "2e40")
                        .map(size -> SortKey.of(Quantity.parse(size), 1, "pv"))
                        .toList())
                .doesNotHaveDuplicates()
                .isSorted();
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
