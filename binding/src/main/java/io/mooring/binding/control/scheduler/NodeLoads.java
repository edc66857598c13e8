package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.View;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * What pods ask for on each node, kept up to date pod by pod; those that have ended do not count.
 *
 * @param requests by node
 * @param nodes the nodes by the room that the pods leave on them
 */
record NodeLoads(HashPMap<String, PodRequests> requests, NodeRanking nodes) {
    static final View<NodeLoads> VIEW = View.of(
                    Node.KIND, new NodeLoads(HashTreePMap.empty(), NodeRanking.NONE), NodeLoads::nodeChanged)
            .and(Pod.KIND, NodeLoads::podChanged);

    /** What the pods on this node ask for. */
    PodRequests on(String node) {
        return requests.getOrDefault(node, PodRequests.NONE);
    }

    /**
     * The nodes, those with the most room first: by the hundredths of cores and of memory that one more plain pod would
     * leave, added up, then by the fewest pods, then by name.
     */
    Stream<Node> bestFirst() {
        return nodes.bestFirst();
    }

    private NodeLoads nodeChanged(Change<Node> change) {
        String name = change.ref().name();
        return new NodeLoads(
                requests, change.after().map(node -> nodes.with(node, on(name))).orElseGet(() -> nodes.without(name)));
    }

    private NodeLoads podChanged(Change<Pod> change) {
        Optional<Pod> taking = change.before().filter(NodeLoads::takesRoom);
        Optional<Pod> takes = change.after().filter(NodeLoads::takesRoom);
        if ((taking.isEmpty() && takes.isEmpty()) || isSame(taking, takes)) {
            return this;
        }
        NodeLoads left = taking.map(pod -> with(nodeOf(pod), on(nodeOf(pod)).minus(PodRequests.of(pod))))
                .orElse(this);
        return takes.map(pod -> left.with(nodeOf(pod), left.on(nodeOf(pod)).plus(PodRequests.of(pod))))
                .orElse(left);
    }

    private static boolean isSame(Optional<Pod> before, Optional<Pod> after) {
        return before.isPresent()
                && after.isPresent()
                && before.get().spec() == after.get().spec()
                && nodeOf(before.get()).equals(nodeOf(after.get()));
    }

    private NodeLoads with(String node, PodRequests load) {
        HashPMap<String, PodRequests> changed = load.pods() == 0 ? requests.minus(node) : requests.plus(node, load);
        return new NodeLoads(changed, nodes.with(node, load));
    }

    /** Whether the pod is on a node, or has one kept for it, and has not ended. */
    static boolean takesRoom(Pod pod) {
        return !nodeOf(pod).isEmpty() && !pod.hasEnded();
    }

    private static String nodeOf(Pod pod) {
        return PodRequests.nodeOf(pod);
    }
}
