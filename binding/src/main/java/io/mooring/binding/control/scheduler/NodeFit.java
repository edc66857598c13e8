package io.mooring.binding.control.scheduler;

import io.mooring.node.Node;

/** What a pod finds on a node. */
sealed interface NodeFit {

    /** It can run there. */
    record Fits(Node node, VolumePlan volumes) implements NodeFit {}

    /** It cannot. */
    record Rejects(Misfit misfit) implements NodeFit {}
}
