package io.mooring.admission.pod;

import io.mooring.admission.node.NodeLabelWarnings;
import io.mooring.names.NameRule;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.schema.Field;
import io.mooring.tree.JsonObject;
import io.mooring.workload.NodeAffinity;
import io.mooring.workload.PodAffinity;
import io.mooring.workload.PodSpec;
import java.util.ArrayList;
import java.util.List;

/** What the API server says of where a pod may run: labels that have newer names, terms that match no pod. */
final class SchedulingWarnings {
    private static final String NO_POD = "labelSelector: a null labelSelector results in matching no pod";

    private SchedulingWarnings() {}

    /**
     * The warnings about nodes and spreading.
     *
     * @param at where the spec stands, a dot last
     */
    static List<String> ofNodes(PodSpec spec, String at) {
        List<String> warnings = new ArrayList<>();
        spec.nodeSelector()
                .keySet()
                .forEach(label -> NodeLabelWarnings.of(label)
                        .ifPresent(
                                text -> warnings.add(at + PodSpecs.NODE_SELECTOR.name() + "[" + label + "]: " + text)));
        spec.affinity()
                .flatMap(PodAffinity::nodeAffinity)
                .ifPresent(affinity -> addNodeAffinity(
                        affinity, at + path(Affinities.AFFINITY) + path(Affinities.NODE_AFFINITY), warnings));
        addSpreading(spec, at, warnings);
        return warnings;
    }

    private static String path(Field<?> field) {
        return field.name() + ".";
    }

    private static String path(Field<?> list, int index) {
        return list.name() + "[" + index + "].";
    }

    private static void addNodeAffinity(NodeAffinity affinity, String at, List<String> warnings) {
        affinity.requiredDuringSchedulingIgnoredDuringExecution().ifPresent(selector -> {
            String path = at + path(Affinities.REQUIRED_NODES) + "nodeSelectorTerms[";
            for (int i = 0; i < selector.nodeSelectorTerms().size(); i++) {
                addTerm(selector.nodeSelectorTerms().get(i), path + i + "].", false, warnings);
            }
        });
        List<JsonObject> preferred = Affinities.PREFERRED_NODES.of(affinity.rest());
        for (int i = 0; i < preferred.size(); i++) {
            String path = at + path(Affinities.PREFERRED_NODES, i) + path(Affinities.PREFERENCE);
            addTerm(Affinities.PREFERENCE.of(preferred.get(i)), path, true, warnings);
        }
    }

    /** Upstream refuses bad values of what is required, and only tells of those that are preferred. */
    private static void addTerm(NodeSelectorTerm term, String at, boolean tellsOfValues, List<String> warnings) {
        for (int i = 0; i < term.matchExpressions().size(); i++) {
            NodeSelectorRequirement expression = term.matchExpressions().get(i);
            String path = at + "matchExpressions[" + i + "].";
            String key = expression.key();
            NodeLabelWarnings.of(key).ifPresent(text -> warnings.add(path + "key: " + key + " is " + text));
            if (tellsOfValues) {
                addValues(expression.values(), path + "values", warnings);
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

    private static void addSpreading(PodSpec spec, String at, List<String> warnings) {
        List<JsonObject> constraints = Scheduling.TOPOLOGY_SPREAD_CONSTRAINTS.of(spec.rest());
        for (int i = 0; i < constraints.size(); i++) {
            String path = at + path(Scheduling.TOPOLOGY_SPREAD_CONSTRAINTS, i);
            String key = Scheduling.TOPOLOGY_KEY.of(constraints.get(i));
            NodeLabelWarnings.of(key)
                    .ifPresent(
                            text -> warnings.add(path + Scheduling.TOPOLOGY_KEY.name() + ": " + key + " is " + text));
            addIfUnselective(constraints.get(i), path, warnings);
        }
    }

    /**
     * The warnings about being near to other pods, or far from them.
     *
     * @param at where the spec stands, a dot last
     */
    static List<String> ofPods(PodSpec spec, String at) {
        List<String> warnings = new ArrayList<>();
        spec.affinity().ifPresent(affinity -> {
            for (Field<JsonObject> kind : List.of(Affinities.POD_AFFINITY, Affinities.POD_ANTI_AFFINITY)) {
                String path = at + path(Affinities.AFFINITY) + path(kind);
                kind.in(affinity.rest()).ifPresent(terms -> addPodAffinity(terms, path, warnings));
            }
        });
        return warnings;
    }

    private static void addPodAffinity(JsonObject affinity, String at, List<String> warnings) {
        List<JsonObject> required = Affinities.REQUIRED_PODS.of(affinity);
        for (int i = 0; i < required.size(); i++) {
            addIfUnselective(required.get(i), at + path(Affinities.REQUIRED_PODS, i), warnings);
        }
        List<JsonObject> preferred = Affinities.PREFERRED_PODS.of(affinity);
        for (int i = 0; i < preferred.size(); i++) {
            String path = at + path(Affinities.PREFERRED_PODS, i) + path(Affinities.POD_AFFINITY_TERM);
            addIfUnselective(Affinities.POD_AFFINITY_TERM.of(preferred.get(i)), path, warnings);
        }
    }

    private static void addIfUnselective(JsonObject term, String at, List<String> warnings) {
        if (!Affinities.LABEL_SELECTOR.isIn(term)) {
            warnings.add(at + NO_POD);
        }
    }
}
