package io.mooring.binding.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelOperator;
import io.mooring.meta.LabelRequirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** A selector contradicts itself if and only if no labels at all meet it. */
class SelectorsTest {
    private static final List<String> KEYS = List.of("tier", "zone");

    /** Those that are named, one that is not, and none. */
    private static final List<String> VALUES = List.of("a", "b", "c", "other", "");

    @Provide
    Arbitrary<LabelMatcher> selectors() {
        return demands().list().ofMinSize(1).ofMaxSize(4).map(LabelMatcher::allOf);
    }

    private static Arbitrary<LabelRequirement> demands() {
        Arbitrary<List<String>> values = Arbitraries.of("a", "b", "c")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(2);
        Arbitrary<LabelOperator> operators = Arbitraries.of(
                LabelOperator.IN, LabelOperator.NOT_IN, LabelOperator.EXISTS, LabelOperator.DOES_NOT_EXIST);
        return Combinators.combine(Arbitraries.of(KEYS), operators, values)
                .as((key, operator, some) -> new LabelRequirement(
                        key,
                        operator,
                        operator == LabelOperator.IN || operator == LabelOperator.NOT_IN ? some : List.of()));
    }

    @Property
    void contradictsItselfIfNoLabelsMeetIt(@ForAll("selectors") LabelMatcher selector) {
        boolean canBeMet = allLabels().stream().anyMatch(selector::matches);
        Statistics.label("met").collect(canBeMet);
        assertThat(Selectors.contradiction(selector).isEmpty()).isEqualTo(canBeMet);
        Statistics.label("met").coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 20);
            coverage.check(false).percentage(share -> share > 10);
        });
    }

    private static List<Map<String, String>> allLabels() {
        List<Map<String, String>> all = new ArrayList<>();
        for (String tier : VALUES) {
            for (String zone : VALUES) {
                Map<String, String> labels = new HashMap<>();
                put(labels, "tier", tier);
                put(labels, "zone", zone);
                all.add(labels);
            }
        }
        return all;
    }

    private static void put(Map<String, String> labels, String key, String value) {
        if (!value.isEmpty()) {
            labels.put(key, value);
        }
    }
}
