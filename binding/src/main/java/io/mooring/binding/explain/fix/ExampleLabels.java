package io.mooring.binding.explain.fix;

import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelOperator;
import io.mooring.meta.LabelRequirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Labels that meet a selector: of each key the first value that does.
 *
 * @param labels for the keys that must be there
 * @param contradiction what of the selector no labels meet: the requirements of one key
 */
record ExampleLabels(Map<String, String> labels, Optional<LabelMatcher> contradiction) {

    static ExampleLabels of(LabelMatcher selector) {
        Map<String, String> labels = new LinkedHashMap<>();
        Optional<LabelMatcher> contradiction = Optional.empty();
        Map<String, List<LabelRequirement>> byKey = selector.requirements().stream()
                .collect(Collectors.groupingBy(LabelRequirement::key, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<LabelRequirement>> each : byKey.entrySet()) {
            LabelMatcher ofKey = LabelMatcher.allOf(each.getValue());
            Optional<Map<String, String>> met = candidates(each.getKey(), each.getValue())
                    .filter(ofKey::matches)
                    .findFirst();
            met.ifPresent(labels::putAll);
            if (met.isEmpty() && contradiction.isEmpty()) {
                contradiction = Optional.of(ofKey);
            }
        }
        return new ExampleLabels(labels, contradiction);
    }

    /** No label; each value that is asked for; and more values than may be excluded. */
    private static Stream<Map<String, String>> candidates(String key, List<LabelRequirement> requirements) {
        Stream<String> named = requirements.stream()
                .filter(each -> each.operator() == LabelOperator.IN || each.operator() == LabelOperator.EQUALS)
                .flatMap(each -> each.values().stream());
        int excluded =
                requirements.stream().mapToInt(each -> each.values().size()).sum();
        Stream<String> others = Stream.concat(
                Stream.of("true"), IntStream.rangeClosed(1, excluded).mapToObj(number -> "value-" + number));
        return Stream.concat(Stream.of(Map.of()), Stream.concat(named, others).map(value -> Map.of(key, value)));
    }
}
