package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberingTest {
    @Test
    void theOwnOneNumbersInTheOrderOfMaking() {
        assertThat(Numbering.OWN.of(0, 4)).containsExactly(0, 1, 2, 3);
        assertThat(Numbering.OWN.of(7, 1)).containsExactly(0);
    }

    @Test
    void theOthersAreEveryOtherOrderOfAllGroups() {
        List<List<List<Integer>>> others = Numbering.others(List.of(3, 2))
                .map(each -> List.of(each.of(0, 3), each.of(1, 2)))
                .toList();
        assertThat(others).hasSize(3 * 2 * 2 - 1).doesNotHaveDuplicates();
        assertThat(others).doesNotContain(List.of(List.of(0, 1, 2), List.of(0, 1)));
        assertThat(others).allSatisfy(both -> {
            assertThat(both.get(0)).containsExactlyInAnyOrder(0, 1, 2);
            assertThat(both.get(1)).containsExactlyInAnyOrder(0, 1);
        });
    }

    @Test
    void theLatestGroupIsChangedFirst() {
        Numbering first = Numbering.others(List.of(2, 2)).findFirst().orElseThrow();
        assertThat(first.of(0, 2)).containsExactly(0, 1);
        assertThat(first.of(1, 2)).containsExactly(1, 0);
    }

    @Test
    void aGroupOfTooManyKeepsItsOrder() {
        assertThat(Numbering.others(List.of(100, 2)))
                .hasSize(1)
                .allSatisfy(each -> assertThat(each.of(0, 100)).isSorted());
        assertThat(Numbering.others(List.of(100))).isEmpty();
    }
}
