package io.mooring.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelMatcherTest {
    private static LabelMatcher matcher(String key, String operator, String... values) {
        return LabelMatcher.of(LabelSelector.builder()
                .addMatchExpressions(requirement(key, operator, values))
                .build());
    }

    private static LabelSelectorRequirement requirement(String key, String operator, String... values) {
        return LabelSelectorRequirement.builder()
                .key(key)
                .operator(operator)
                .values(List.of(values))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "In, gold, true",
        "In, lead, false",
        "NotIn, gold, false",
        "NotIn, lead, true",
        "Exists, , true",
        "DoesNotExist, , false",
    })
    void comparesALabelThatIsThere(String operator, String value, boolean expected) {
        String[] values = value == null ? new String[0] : new String[] {value, "other"};
        assertThat(matcher("tier", operator, values).matches(Map.of("tier", "gold")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"In, gold, false", "NotIn, gold, true", "Exists, , false", "DoesNotExist, , true"})
    void comparesALabelThatIsNotThere(String operator, String value, boolean expected) {
        String[] values = value == null ? new String[0] : new String[] {value};
        assertThat(matcher("tier", operator, values).matches(Map.of("site", "gold")))
                .isEqualTo(expected);
    }

    @Test
    void takesEverythingWithoutRequirements() {
        LabelMatcher matcher = LabelMatcher.of(LabelSelector.builder().build());
        assertThat(matcher).isEqualTo(LabelMatcher.EVERYTHING).hasToString("");
        assertThat(matcher.matches(Map.of())).isTrue();
        assertThat(LabelMatcher.NOTHING.matches(Map.of())).isFalse();
    }

    @Test
    void tellsAnEmptyLabelFromNone() {
        assertThat(matcher("tier", "Exists").matches(Map.of("tier", ""))).isTrue();
        assertThat(matcher("tier", "In", "").matches(Map.of("tier", ""))).isTrue();
        assertThat(matcher("tier", "In", "").matches(Map.of())).isFalse();
    }

    @Test
    void printsRequirementsByKeyAndValuesInOrder() {
        LabelSelector selector = LabelSelector.builder()
                .putMatchLabels("tier", "gold")
                .addMatchExpressions(
                        requirement("zone", "NotIn", "b", "a"),
                        requirement("site", "DoesNotExist"),
                        requirement("tier", "Exists"),
                        requirement("host", "In", "x"))
                .build();
        assertThat(LabelMatcher.of(selector)).hasToString("host in (x),!site,tier=gold,tier,zone notin (a,b)");
    }

    @Test
    void saysWhichRequirementsAreUnmet() {
        LabelSelector selector = LabelSelector.builder()
                .putMatchLabels("tier", "gold")
                .putMatchLabels("site", "a")
                .build();
        assertThat(LabelMatcher.of(selector).unmet(Map.of("tier", "iron", "site", "a")))
                .extracting(LabelRequirement::toString)
                .containsExactly("tier=gold");
    }

    @Test
    void takesNothingWhereItCannotBeReadAndSaysWhy() {
        LabelMatcher matcher = matcher("tier", "In");
        assertThat(matcher.matches(Map.of("tier", "gold"))).isFalse();
        assertThat(matcher.error())
                .contains("values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty");
    }

    @Test
    void putsSeveralProblemsOfARequirementInBrackets() {
        assertThat(matcher("/x", "Exists", "<a>").error().orElseThrow())
                .startsWith("[key: Invalid value: \"/x\": prefix part must be non-empty, "
                        + "values: Invalid value: [\"\\u003ca\\u003e\"]: values set must be empty for exists and does not"
                        + " exist, values[0][/x]: Invalid value: \"<a>\": a valid label must be")
                .endsWith("]");
    }

    @Test
    void namesAnOperatorThatItDoesNotKnow() {
        assertThat(matcher("tier", "Gt", "3").error()).contains("\"Gt\" is not a valid label selector operator");
        assertThat(matcher("tier", "in", "3").error()).contains("\"in\" is not a valid label selector operator");
    }

    @Test
    void reportsTheFirstRequirementThatCannotBeRead() {
        LabelSelector selector = LabelSelector.builder()
                .putMatchLabels("tier", "not a value")
                .addMatchExpressions(requirement("tier", "Like", "x"))
                .build();
        assertThat(LabelMatcher.of(selector).error().orElseThrow()).startsWith("values[0][tier]: Invalid value:");
    }
}
