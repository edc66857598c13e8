package io.mooring.admission.pod;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Field.texts;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.names.NameRule;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.tree.JsonObject;
import io.mooring.workload.PodSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Labels that other pods must share with a pod, or must not: when the pod is created they become demands of the label
 * selectors beside them. Models {@code applyMatchLabelKeysAndMismatchLabelKeys} of the pod's strategy and {@code
 * validateMatchLabelKeysAndMismatchLabelKeys}; {@code MatchLabelKeysInPodTopologySpreadSelectorMerge} is on since v1.34.
 */
final class MatchLabelKeys {
    static final Field<List<String>> SAME = texts("matchLabelKeys");
    static final Field<List<String>> OTHER = texts("mismatchLabelKeys");

    private MatchLabelKeys() {}

    /** The spec of a new pod with these labels. */
    static PodSpec merged(PodSpec spec, Map<String, String> labels) {
        UnaryOperator<JsonObject> merged = term -> merged(term, labels);
        PodSpec spread = spec.withRest(each(Scheduling.TOPOLOGY_SPREAD_CONSTRAINTS, spec.rest(), merged));
        return spread.withAffinity(spread.affinity()
                .map(affinity -> affinity.withRest(changed(
                        Affinities.POD_AFFINITY,
                        changed(Affinities.POD_ANTI_AFFINITY, affinity.rest(), merged),
                        merged))));
    }

    private static JsonObject changed(Field<JsonObject> kind, JsonObject affinity, UnaryOperator<JsonObject> merged) {
        return kind.in(affinity)
                .map(terms -> kind.set(affinity, terms(terms, merged)))
                .orElse(affinity);
    }

    private static JsonObject terms(JsonObject terms, UnaryOperator<JsonObject> merged) {
        JsonObject required = each(Affinities.REQUIRED_PODS, terms, merged);
        return each(
                Affinities.PREFERRED_PODS,
                required,
                weighted -> Affinities.POD_AFFINITY_TERM.set(
                        weighted, merged.apply(Affinities.POD_AFFINITY_TERM.of(weighted))));
    }

    private static JsonObject each(Field<List<JsonObject>> list, JsonObject owner, UnaryOperator<JsonObject> change) {
        return list.isIn(owner)
                ? list.set(owner, list.of(owner).stream().map(change).toList())
                : owner;
    }

    /** Without a selector no pod is meant, and none will be. */
    private static JsonObject merged(JsonObject term, Map<String, String> labels) {
        Optional<LabelSelector> selector = Affinities.LABEL_SELECTOR.in(term);
        if (selector.isEmpty() || (!SAME.isIn(term) && !OTHER.isIn(term))) {
            return term;
        }
        List<LabelSelectorRequirement> all = new ArrayList<>(selector.get().matchExpressions());
        add(SAME.of(term), "In", labels, all);
        add(OTHER.of(term), "NotIn", labels, all);
        return Affinities.LABEL_SELECTOR.set(term, selector.get().withMatchExpressions(all));
    }

    private static void add(
            List<String> keys, String operator, Map<String, String> labels, List<LabelSelectorRequirement> all) {
        for (String key : keys) {
            String value = labels.get(key);
            if (value != null) {
                all.add(LabelSelectorRequirement.builder()
                        .key(key)
                        .operator(operator)
                        .addValues(value)
                        .build());
            }
        }
    }

    /** The keys of a term, or of a constraint, in which they may have become demands already. */
    static void check(JsonObject term, ErrorsAt at) {
        Optional<LabelSelector> selector = Affinities.LABEL_SELECTOR.in(term);
        checkKeys(SAME, term, selector, at);
        checkKeys(OTHER, term, selector, at);
        selector.ifPresent(given -> checkAgainst(given, SAME.of(term), at));
        List<String> same = SAME.of(term);
        Set<String> other = new HashSet<>(OTHER.of(term));
        for (int i = 0; i < same.size(); i++) {
            if (other.contains(same.get(i))) {
                at.child(SAME).index(i).invalid(same.get(i), "exists in both matchLabelKeys and mismatchLabelKeys");
            }
        }
    }

    private static void checkKeys(
            Field<List<String>> field, JsonObject term, Optional<LabelSelector> selector, ErrorsAt at) {
        List<String> keys = field.of(term);
        if (!keys.isEmpty() && selector.isEmpty()) {
            at.child(field).forbidden("must not be specified when labelSelector is not set");
            return;
        }
        for (int i = 0; i < keys.size(); i++) {
            name(NameRule.QUALIFIED_NAME).check(keys.get(i), at.child(field).index(i));
        }
    }

    /** A key that the selector demands something of twice was there before it became a demand. */
    private static void checkAgainst(LabelSelector selector, List<String> same, ErrorsAt at) {
        Set<String> demanded = new HashSet<>(selector.matchLabels().keySet());
        Map<String, Integer> lastOf = new HashMap<>();
        for (int i = 0; i < same.size(); i++) {
            lastOf.put(same.get(i), i);
        }
        for (LabelSelectorRequirement requirement : selector.matchExpressions()) {
            String key = requirement.key();
            if (!demanded.add(key) && lastOf.containsKey(key)) {
                at.index(lastOf.get(key)).invalid(key, "exists in both matchLabelKeys and labelSelector");
            }
        }
    }
}
