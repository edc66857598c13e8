package io.mooring.admission.pod;

import io.mooring.admission.node.NodeLabelWarnings;
import io.mooring.names.NameRule;
import io.mooring.schema.Tree;
import io.mooring.tree.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What the API server says of where a pod may run: labels that have newer names, terms that match no pod. */
final class SchedulingWarnings {
    private static final String NO_POD = "labelSelector: a null labelSelector results in matching no pod";
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private SchedulingWarnings() {}

    /**
     * The warnings about nodes and spreading.
     *
     * @param at where the spec stands, a dot last
     */
    static List<String> ofNodes(JsonObject spec, String at) {
        List<String> warnings = new ArrayList<>();
        Tree.object(spec, "nodeSelector")
                .ifPresent(labels -> labels.fields()
                        .forEach((label, value) -> NodeLabelWarnings.of(label)
                                .ifPresent(text -> warnings.add(at + "nodeSelector[" + label + "]: " + text))));
        Tree.object(spec, "affinity")
                .flatMap(affinity -> Tree.object(affinity, "nodeAffinity"))
                .ifPresent(affinity -> addNodeAffinity(affinity, at + "affinity.nodeAffinity.", warnings));
        addSpreading(Tree.items(spec, "topologySpreadConstraints"), at + "topologySpreadConstraints", warnings);
        return warnings;
    }

    private static void addNodeAffinity(JsonObject affinity, String at, List<String> warnings) {
        Tree.object(affinity, REQUIRED).ifPresent(selector -> {
            List<JsonObject> terms = Tree.items(selector, "nodeSelectorTerms");
            for (int i = 0; i < terms.size(); i++) {
                addTerm(terms.get(i), at + REQUIRED + ".nodeSelectorTerms[" + i + "].", false, warnings);
            }
        });
        List<JsonObject> preferred = Tree.items(affinity, PREFERRED);
        for (int i = 0; i < preferred.size(); i++) {
            String path = at + PREFERRED + "[" + i + "].preference.";
            Tree.object(preferred.get(i), "preference").ifPresent(term -> addTerm(term, path, true, warnings));
        }
    }

    /** Upstream refuses bad values of what is required, and only tells of those that are preferred. */
    private static void addTerm(JsonObject term, String at, boolean tellsOfValues, List<String> warnings) {
        List<JsonObject> expressions = Tree.items(term, "matchExpressions");
        for (int i = 0; i < expressions.size(); i++) {
            String path = at + "matchExpressions[" + i + "].";
            String key = Tree.text(expressions.get(i), "key");
            NodeLabelWarnings.of(key).ifPresent(text -> warnings.add(path + "key: " + key + " is " + text));
            if (tellsOfValues) {
                addValues(Tree.texts(expressions.get(i), "values"), path + "values", warnings);
            }
        }
    }

    private static void addValues(List<String> values, String at, List<String> warnings) {
        for (int i = 0; i < values.size(); i++) {
            for (String problem : NameRule.LABEL_VALUE.problems(values.get(i))) {
                warnings.add(at + "[" + i + "]: " + values.get(i) + " is invalid, " + problem);
            }
        }
    }

    private static void addSpreading(List<JsonObject> constraints, String at, List<String> warnings) {
        for (int i = 0; i < constraints.size(); i++) {
            String path = at + "[" + i + "].";
            String key = Tree.text(constraints.get(i), "topologyKey");
            NodeLabelWarnings.of(key).ifPresent(text -> warnings.add(path + "topologyKey: " + key + " is " + text));
            addIfUnselective(constraints.get(i), path, warnings);
        }
    }

    /**
     * The warnings about being near to other pods, or far from them.
     *
     * @param at where the spec stands, a dot last
     */
    static List<String> ofPods(JsonObject spec, String at) {
        List<String> warnings = new ArrayList<>();
        Tree.object(spec, "affinity").ifPresent(affinity -> {
            for (String kind : List.of("podAffinity", "podAntiAffinity")) {
                Tree.object(affinity, kind)
                        .ifPresent(terms -> addPodAffinity(terms, at + "affinity." + kind + ".", warnings));
            }
        });
        return warnings;
    }

    private static void addPodAffinity(JsonObject affinity, String at, List<String> warnings) {
        List<JsonObject> required = Tree.items(affinity, REQUIRED);
        for (int i = 0; i < required.size(); i++) {
            addIfUnselective(required.get(i), at + REQUIRED + "[" + i + "].", warnings);
        }
        List<JsonObject> preferred = Tree.items(affinity, PREFERRED);
        for (int i = 0; i < preferred.size(); i++) {
            String path = at + PREFERRED + "[" + i + "].podAffinityTerm.";
            Tree.object(preferred.get(i), "podAffinityTerm").ifPresent(term -> addIfUnselective(term, path, warnings));
        }
    }

    private static void addIfUnselective(JsonObject term, String at, List<String> warnings) {
        if (!term.has("labelSelector")) {
            warnings.add(at + NO_POD);
        }
    }
}
