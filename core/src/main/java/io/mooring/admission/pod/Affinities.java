package io.mooring.admission.pod;

import static io.mooring.schema.Checks.between;
import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.admission.metadata.Selectors;
import io.mooring.admission.node.NodeSelectors;
import io.mooring.meta.LabelSelector;
import io.mooring.names.NameRule;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.TreeSchema;
import io.mooring.tree.JsonObject;
import io.mooring.workload.NodeAffinity;
import io.mooring.workload.PodAffinity;
import java.util.List;

/** Which nodes and whose nearness a pod looks for. Kubernetes: {@code core/v1 Affinity}. Models {@code validateAffinity}. */
final class Affinities {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private static final Field<Integer> WEIGHT =
            int32("weight").always().checkAlways(between(1, 100, "must be in the range 1-100"));

    static final Field<NodeSelector> REQUIRED_NODES =
            Field.of(REQUIRED, NodeSelectors.SELECTOR).optional();
    static final Field<NodeSelectorTerm> PREFERENCE =
            Field.of("preference", NodeSelectors.TERM).always().unchecked().check(Affinities::preference);
    static final Field<List<JsonObject>> PREFERRED_NODES = objects(PREFERRED, TreeSchema.of(WEIGHT, PREFERENCE));

    private static final Schema<NodeAffinity> NODES = Schema.of(NodeAffinity::builder, NodeAffinity.Builder::build)
            .rest(NodeAffinity::rest, NodeAffinity.Builder::rest)
            .ofOptional(
                    REQUIRED_NODES,
                    NodeAffinity::requiredDuringSchedulingIgnoredDuringExecution,
                    NodeAffinity.Builder::requiredDuringSchedulingIgnoredDuringExecution)
            .carried(PREFERRED_NODES)
            .schema();

    /** Other pods, by their labels. */
    static final Field<LabelSelector> LABEL_SELECTOR = selector("labelSelector");

    private static final Field<List<String>> NAMESPACES = texts("namespaces");

    private static final TreeSchema TERM = TreeSchema.of(
            LABEL_SELECTOR,
            selector("namespaceSelector"),
            NAMESPACES,
            rule(Affinities::namespaces),
            rule(MatchLabelKeys::check),
            text("topologyKey").always().checkAlways(Affinities::topologyKey),
            MatchLabelKeys.SAME,
            MatchLabelKeys.OTHER);

    static final Field<JsonObject> POD_AFFINITY_TERM =
            Field.of("podAffinityTerm", TERM).always();
    static final Field<List<JsonObject>> REQUIRED_PODS = objects(REQUIRED, TERM);
    static final Field<List<JsonObject>> PREFERRED_PODS = objects(PREFERRED, TreeSchema.of(WEIGHT, POD_AFFINITY_TERM));

    private static final TreeSchema PODS = TreeSchema.of(REQUIRED_PODS, PREFERRED_PODS);

    static final Field<NodeAffinity> NODE_AFFINITY =
            Field.of("nodeAffinity", NODES).optional();
    static final Field<JsonObject> POD_AFFINITY = Field.object("podAffinity", PODS);
    static final Field<JsonObject> POD_ANTI_AFFINITY = Field.object("podAntiAffinity", PODS);

    private static final Schema<PodAffinity> ALL = Schema.of(PodAffinity::builder, PodAffinity.Builder::build)
            .rest(PodAffinity::rest, PodAffinity.Builder::rest)
            .ofOptional(NODE_AFFINITY, PodAffinity::nodeAffinity, PodAffinity.Builder::nodeAffinity)
            .carried(POD_AFFINITY, POD_ANTI_AFFINITY)
            .schema();

    static final Field<PodAffinity> AFFINITY = Field.of("affinity", ALL).optional();

    private Affinities() {}

    private static Field<LabelSelector> selector(String name) {
        return Field.of(name, Selectors.SELECTOR).optional();
    }

    /** Values of preferences are taken as they are: nodes need not meet them. */
    private static void preference(NodeSelectorTerm term, ErrorsAt at) {
        NodeSelectors.TERM.check(term, at.with(NodeSelectors.ANY_VALUES, true));
    }

    /** Upstream tells of a namespace under another name than the list's. */
    private static void namespaces(JsonObject term, ErrorsAt at) {
        NAMESPACES.of(term).forEach(name -> name(NameRule.DNS_1123_LABEL).check(name, at.child("namespace")));
    }

    private static void topologyKey(String key, ErrorsAt at) {
        if (key.isEmpty()) {
            at.required("can not be empty");
        }
        name(NameRule.QUALIFIED_NAME).check(key, at);
    }
}
