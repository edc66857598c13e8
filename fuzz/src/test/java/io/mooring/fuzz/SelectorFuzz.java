package io.mooring.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Any selector matches labels or not, and says of each labels that it does not match what they lack. */
class SelectorFuzz {
    private static final int MOST = 4;
    private static final int LONGEST = 12;

    @FuzzTest
    void anySelectorAndLabels(FuzzedDataProvider data) {
        LabelSelector selector = LabelSelector.builder()
                .matchLabels(labels(data))
                .matchExpressions(expressions(data))
                .build();
        LabelMatcher matcher = LabelMatcher.of(selector);
        Map<String, String> labels = labels(data);

        assertThat(matcher)
                .isEqualTo(LabelMatcher.of(selector))
                .hasToString(LabelMatcher.of(selector).toString());
        if (matcher.error().isEmpty()) {
            assertThat(matcher.unmet(labels).isEmpty()).isEqualTo(matcher.matches(labels));
        } else {
            assertThat(matcher.matches(labels)).isFalse();
            assertThat(matcher.problems()).isNotEmpty();
        }
    }

    private static Map<String, String> labels(FuzzedDataProvider data) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int left = data.consumeInt(0, MOST); left > 0; left--) {
            labels.put(data.consumeString(LONGEST), data.consumeString(LONGEST));
        }
        return labels;
    }

    private static List<LabelSelectorRequirement> expressions(FuzzedDataProvider data) {
        List<LabelSelectorRequirement> expressions = new ArrayList<>();
        for (int left = data.consumeInt(0, MOST); left > 0; left--) {
            List<String> values = new ArrayList<>();
            for (int more = data.consumeInt(0, MOST); more > 0; more--) {
                values.add(data.consumeString(LONGEST));
            }
            expressions.add(LabelSelectorRequirement.builder()
                    .key(data.consumeString(LONGEST))
                    .operator(data.pickValue(List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "")))
                    .values(values)
                    .build());
        }
        return expressions;
    }
}
