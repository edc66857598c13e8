package io.mooring.testkit.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FalsifierTest {
    private static final Generator<List<Integer>> LISTS =
            ((Generator<Integer>) choices -> choices.below(1000)).list(0, 30);

    @Test
    void findsTheShortestListWithTheSmallestNumber() {
        Optional<Falsified<List<Integer>>> found =
                Falsifier.DEFAULT.falsify(LISTS, list -> assertThat(list).noneMatch(number -> number >= 700));

        assertThat(found.orElseThrow().value()).containsExactly(700);
        assertThat(found.orElseThrow().original().size()).isGreaterThan(1);
        assertThat(found.orElseThrow().steps()).isPositive();
    }

    @Test
    void lowersSeveralNumbersAsFarAsTheyGo() {
        Optional<Falsified<List<Integer>>> found = Falsifier.DEFAULT.falsify(
                LISTS,
                list -> assertThat(list.stream().mapToInt(Integer::intValue).sum())
                        .isLessThan(1500));

        assertThat(found.orElseThrow().value()).hasSizeBetween(2, 3);
        assertThat(found.orElseThrow().value().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(1500);
    }

    @Test
    void findsNothingWhereAllHolds() {
        assertThat(Falsifier.DEFAULT.falsify(LISTS, list -> assertThat(list).hasSizeLessThanOrEqualTo(30)))
                .isEmpty();
    }

    @Test
    void throwsWhatWasThrownForTheSimplest() {
        assertThatThrownBy(() -> Falsifier.DEFAULT.check(LISTS, list -> {
                    if (list.size() > 3) {
                        throw new IllegalStateException("has " + list.size());
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("has 4");
    }

    @Test
    void looksAtSoManyAndFromTheSeedOn() {
        Falsifier falsifier = Falsifier.DEFAULT.withTries(7).withSeed(3);
        List<List<Integer>> seen = new ArrayList<>();
        falsifier.falsify(LISTS, seen::add);
        List<List<Integer>> again = new ArrayList<>();
        falsifier.falsify(LISTS, again::add);

        assertThat(seen).hasSize(7).isEqualTo(again);
    }

    @Test
    void theEndOfTheNumbersIsTheSimplestChoice() {
        Choices choices = Choices.of(List.of(5, 900));

        assertThat(choices.below(10)).isEqualTo(5);
        assertThat(choices.below(10)).isEqualTo(9);
        assertThat(choices.pick(List.of("a", "b"))).isEqualTo("a");
        assertThat(choices.chance(99)).isFalse();
        assertThat(choices.more(50)).isFalse();
        assertThat(choices.between(3, 8)).isEqualTo(3);
        assertThat(LISTS.from(choices)).isEmpty();
    }

    @Test
    void theChoicesOfASampleGiveItsValueAgain() {
        for (long seed = 0; seed < 50; seed++) {
            Sample<List<Integer>> sample = Sample.of(LISTS, Choices.seeded(seed));

            assertThat(LISTS.from(Choices.of(sample.choices()))).isEqualTo(sample.value());
        }
    }

    @Test
    void simplerSamplesHaveFewerChoicesOrSmallerOnes() {
        Sample<List<Integer>> sample = Sample.of(LISTS, Choices.seeded(5));
        List<Sample<List<Integer>>> simpler = sample.simpler().collect(Collectors.toList());

        assertThat(simpler)
                .isNotEmpty()
                .allMatch(each ->
                        each.size() < sample.size() || (each.size() == sample.size() && each.sum() < sample.sum()));
    }
}
