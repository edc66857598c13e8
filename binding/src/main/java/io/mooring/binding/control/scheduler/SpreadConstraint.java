package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.CarriedFields.number;
import static io.mooring.binding.control.scheduler.CarriedFields.text;
import static io.mooring.binding.control.scheduler.CarriedFields.texts;

import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelOperator;
import io.mooring.meta.LabelRequirement;
import io.mooring.node.Node;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How evenly a pod's like must be spread, or else it is not scheduled. Kubernetes: {@code core/v1
 * TopologySpreadConstraint}, read as the plug-in {@code podtopologyspread} reads it.
 *
 * @param maxSkew by how many pods a domain may be ahead of the emptiest
 * @param topologyKey the node label whose values are the domains
 * @param selector the labels of the pods that count
 * @param minDomains with fewer domains than these, the emptiest counts as empty
 * @param honorsAffinity nodes that the pod's own node selector and affinity leave out are in no domain
 * @param honorsTaints nodes whose taints the pod does not tolerate are in no domain
 */
record SpreadConstraint(
        int maxSkew,
        String topologyKey,
        LabelMatcher selector,
        int minDomains,
        boolean honorsAffinity,
        boolean honorsTaints) {
    private static final String CONSTRAINTS = "topologySpreadConstraints";
    private static final String HONOR = "Honor";

    /** The pod's constraints that must hold. Those of the scheduler's own, for pods without any, are preferences. */
    static List<SpreadConstraint> of(Pod pod) {
        if (!pod.spec().rest().has(CONSTRAINTS)) {
            return List.of();
        }
        return CarriedFields.objects(pod.spec().rest(), CONSTRAINTS).stream()
                .filter(constraint -> text(constraint, "whenUnsatisfiable").equals("DoNotSchedule"))
                .map(constraint -> of(constraint, pod.metadata().labels()))
                .toList();
    }

    private static SpreadConstraint of(JsonObject constraint, Map<String, String> labels) {
        return new SpreadConstraint(
                number(constraint, "maxSkew").orElse(0),
                text(constraint, "topologyKey"),
                selector(constraint, labels),
                number(constraint, "minDomains").orElse(1),
                !constraint.has("nodeAffinityPolicy")
                        || text(constraint, "nodeAffinityPolicy").equals(HONOR),
                text(constraint, "nodeTaintsPolicy").equals(HONOR));
    }

    /** With the pod's values of the labels in {@code matchLabelKeys}, be they in the selector already or not. */
    private static LabelMatcher selector(JsonObject constraint, Map<String, String> labels) {
        LabelMatcher selector =
                CarriedFields.selector(constraint, "labelSelector").orElse(LabelMatcher.NOTHING);
        List<LabelRequirement> same = texts(constraint, "matchLabelKeys").stream()
                .filter(labels::containsKey)
                .map(key -> new LabelRequirement(key, LabelOperator.IN, List.of(labels.getOrDefault(key, ""))))
                .toList();
        if (same.isEmpty() || selector.equals(LabelMatcher.NOTHING)) {
            return selector;
        }
        List<LabelRequirement> all = new ArrayList<>(selector.requirements());
        all.addAll(same);
        return LabelMatcher.allOf(all);
    }

    /** Whether the node is in a domain of this constraint, for this pod. Models {@code matchNodeInclusionPolicies}. */
    boolean includes(Node node, Pod pod, Semantics semantics) {
        return (!honorsAffinity || NodeFilter.isWanted(pod, node))
                && (!honorsTaints
                        || NodeFilter.untolerated(pod, node, semantics).isEmpty());
    }
}
