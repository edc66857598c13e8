package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.node.Node;
import java.util.List;

/**
 * What the filters say of a pod on a node.
 *
 * @param rejections why it cannot run there; none if it can
 * @param volumes how it comes to its volumes there
 */
record FilterResult(Node node, List<NodeRejection> rejections, PodVolumesOnNode volumes) {

    static FilterResult feasible(Node node, PodVolumesOnNode volumes) {
        return new FilterResult(node, List.of(), volumes);
    }

    static FilterResult rejected(Node node, NodeRejection rejection) {
        return rejected(node, List.of(rejection));
    }

    static FilterResult rejected(Node node, List<NodeRejection> rejections) {
        return new FilterResult(node, rejections, PodVolumesOnNode.NONE);
    }

    boolean isFeasible() {
        return rejections.isEmpty();
    }
}
