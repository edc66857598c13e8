package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.node.Node;
import java.util.List;

/**
 * All that keeps a pod off one node, where the scheduler stops at the first.
 *
 * @param rejections in the order in which the scheduler asks; none if the pod fits there
 */
public record NodeCheck(Node node, List<NodeRejection> rejections) {
    public NodeCheck {
        rejections = List.copyOf(rejections);
    }
}
