package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.admission.metadata.Selectors;
import io.mooring.meta.LabelMatcher;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A {@code selector} and {@code labels}; {@code matches} and {@code string}, or {@code error}. */
final class SelectorPlayer implements Player {
    @Override
    public String file() {
        return "selector";
    }

    @Override
    public Optional<Difference> play(JsonNode record) {
        ObjectNode expected = record.deepCopy();
        expected.remove("selector");
        expected.remove("labels");
        return Difference.between(expected, actual(matcherOf(record.get("selector")), labelsOf(record)));
    }

    private static LabelMatcher matcherOf(JsonNode selector) {
        return selector.isNull()
                ? LabelMatcher.NOTHING
                : LabelMatcher.of(Selectors.SELECTOR.decode(Trees.of(selector)).orThrow());
    }

    private static JsonNode actual(LabelMatcher matcher, Map<String, String> labels) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (matcher.error().isPresent()) {
            return answer.put("error", matcher.error().get());
        }
        return answer.put("matches", matcher.matches(labels)).put("string", matcher.toString());
    }

    private static Map<String, String> labelsOf(JsonNode record) {
        Map<String, String> labels = new HashMap<>();
        record.get("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().textValue()));
        return labels;
    }
}
