package io.mooring.testkit.sample;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Generator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Labels and selectors of few keys and values, so that they often meet.
 *
 * <pre>{@code
 * Map<String, String> labels = Selectors.labels().from(choices);
 * LabelMatcher.of(Selectors.any().from(choices)).matches(labels);
 * }</pre>
 */
public final class Selectors {
    private static final List<String> KEYS = List.of("disk", "zone", "app.example.com/tier");
    private static final List<String> VALUES = List.of("ssd", "hdd", "", "a-1");
    private static final List<String> OPERATORS = List.of("In", "Exists", "NotIn", "DoesNotExist");

    private Selectors() {}

    /** Up to three labels. */
    public static Generator<Map<String, String>> labels() {
        return choices -> {
            Map<String, String> labels = new LinkedHashMap<>();
            choices.some(0, KEYS.size(), each -> labels.put(each.pick(KEYS), each.pick(VALUES)) == null);
            return labels;
        };
    }

    /** Selectors that can be read: labels and requirements, of all operators; the one of everything too. */
    public static Generator<LabelSelector> any() {
        return choices -> LabelSelector.builder()
                .matchLabels(choices.chance(50) ? labels().from(choices) : Map.of())
                .addAllMatchExpressions(choices.some(0, 2, Selectors::requirement))
                .build();
    }

    /** One that takes these labels, or nearly. */
    public static Generator<LabelSelector> near(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return any();
        }
        List<Map.Entry<String, String>> entries = List.copyOf(labels.entrySet());
        return choices -> {
            Map.Entry<String, String> label = choices.pick(entries);
            String value = choices.chance(25) ? choices.pick(VALUES) : label.getValue();
            return LabelSelector.builder().putMatchLabels(label.getKey(), value).build();
        };
    }

    private static LabelSelectorRequirement requirement(Choices choices) {
        String operator = choices.pick(OPERATORS);
        boolean hasValues = operator.endsWith("In");
        return LabelSelectorRequirement.builder()
                .key(choices.pick(KEYS))
                .operator(operator)
                .addAllValues(hasValues ? choices.some(1, 2, each -> each.pick(VALUES)) : List.of())
                .build();
    }
}
