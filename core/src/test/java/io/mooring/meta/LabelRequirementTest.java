package io.mooring.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelRequirementTest {
    @ParameterizedTest
    @CsvSource({
        "Gt, 3, 4, true",
        "Gt, 3, 3, false",
        "Gt, -2, -1, true",
        "Gt, 3, +4, true",
        "Gt, 3, four, false",
        "Gt, 3, '', false",
        "Gt, 3, 9223372036854775807, true",
        "Gt, 3, 9223372036854775808, false",
        "Gt, 3, ٤, false",
        "Lt, 3, 2, true",
        "Lt, 3, 4, false",
        "Lt, 3, -9223372036854775808, true",
        "Lt, 3, -9223372036854775809, false",
        "Lt, 3, -, false",
    })
    void comparesWholeNumbers(String operator, String bound, String label, boolean expected) {
        LabelRequirement requirement =
                new LabelRequirement("size", LabelOperator.named(operator).orElseThrow(), List.of(bound));
        assertThat(requirement.matches(Map.of("size", label))).isEqualTo(expected);
        assertThat(requirement.matches(Map.of())).isFalse();
    }

    @Test
    void printsBoundsAsSigns() {
        assertThat(new LabelRequirement("size", LabelOperator.GREATER_THAN, List.of("3")))
                .hasToString("size>3");
        assertThat(new LabelRequirement("size", LabelOperator.LESS_THAN, List.of("3")))
                .hasToString("size<3");
    }

    @Property
    void readsWholeNumbersAsJavaDoes(@ForAll long number) {
        assertThat(WholeNumber.parse(Long.toString(number))).hasValue(number);
    }

    @Property
    void notInIsTheOppositeOfIn(@ForAll("values") List<String> values, @ForAll("labels") Map<String, String> labels) {
        LabelRequirement in = new LabelRequirement("tier", LabelOperator.IN, values);
        LabelRequirement notIn = new LabelRequirement("tier", LabelOperator.NOT_IN, values);
        assertThat(notIn.matches(labels)).isNotEqualTo(in.matches(labels));
    }

    @Property
    void equalsIsInWithOneValue(@ForAll("value") String value, @ForAll("labels") Map<String, String> labels) {
        LabelRequirement equals = new LabelRequirement("tier", LabelOperator.EQUALS, List.of(value));
        LabelRequirement in = new LabelRequirement("tier", LabelOperator.IN, List.of(value));
        assertThat(equals.matches(labels)).isEqualTo(in.matches(labels));
    }

    @Property
    void aMatcherTakesWhatMeetsAllRequirementsInAnyOrder(
            @ForAll("requirements") List<LabelRequirement> requirements,
            @ForAll("labels") Map<String, String> labels,
            @ForAll Random random) {
        List<LabelRequirement> shuffled = new ArrayList<>(requirements);
        Collections.shuffle(shuffled, random);
        boolean areAllMet = requirements.stream().allMatch(requirement -> requirement.matches(labels));
        assertThat(LabelMatcher.allOf(shuffled).matches(labels)).isEqualTo(areAllMet);
        assertThat(LabelMatcher.allOf(shuffled).unmet(labels).isEmpty()).isEqualTo(areAllMet);
    }

    @Provide
    Arbitrary<String> value() {
        return Arbitraries.of("gold", "iron", "", "7", "12");
    }

    @Provide
    Arbitrary<List<String>> values() {
        return value().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(Arbitraries.of("tier", "site"), value());
    }

    @Provide
    Arbitrary<List<LabelRequirement>> requirements() {
        return Combinators.combine(Arbitraries.of("tier", "site"), Arbitraries.of(LabelOperator.class), values())
                .as(LabelRequirement::new)
                .list()
                .ofMaxSize(4);
    }
}
