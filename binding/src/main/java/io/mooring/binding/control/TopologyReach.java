package io.mooring.binding.control;

import io.mooring.node.Node;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TopologySelectorTerm;
import io.mooring.storage.VolumeNodeAffinity;
import java.util.List;
import java.util.Optional;

/** From which nodes a new volume is reached: from a node's zone, or from where a class allows it. */
final class TopologyReach {
    private static final String ZONE = "topology.kubernetes.io/zone";

    private TopologyReach() {}

    /** From everywhere, if the node has no zone. */
    static Optional<VolumeNodeAffinity> of(Node node) {
        return Optional.ofNullable(node.metadata().labels().get(ZONE))
                .map(zone -> affinity(List.of(NodeSelectorTerm.builder()
                        .addMatchExpressions(requirement(ZONE, List.of(zone)))
                        .build())));
    }

    /** From everywhere, if the class does not say. */
    static Optional<VolumeNodeAffinity> of(StorageClass storageClass) {
        List<TopologySelectorTerm> allowed = storageClass.allowedTopologies();
        return allowed.isEmpty()
                ? Optional.empty()
                : Optional.of(affinity(allowed.stream().map(TopologyReach::term).toList()));
    }

    private static VolumeNodeAffinity affinity(List<NodeSelectorTerm> terms) {
        return VolumeNodeAffinity.builder()
                .required(NodeSelector.builder().nodeSelectorTerms(terms).build())
                .build();
    }

    private static NodeSelectorTerm term(TopologySelectorTerm allowed) {
        return NodeSelectorTerm.builder()
                .matchExpressions(allowed.matchLabelExpressions().stream()
                        .map(each -> requirement(each.key(), each.values()))
                        .toList())
                .build();
    }

    private static NodeSelectorRequirement requirement(String label, List<String> values) {
        return NodeSelectorRequirement.builder()
                .key(label)
                .operator("In")
                .values(values)
                .build();
    }
}
