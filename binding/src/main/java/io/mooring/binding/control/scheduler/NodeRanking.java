package io.mooring.binding.control.scheduler;

import io.mooring.node.Node;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/** All nodes, those with the most room first; kept up to date node by node. */
record NodeRanking(HashPMap<String, NodeRoom> rooms, TreePMap<NodeRoom, Node> nodes) {
    static final NodeRanking NONE = new NodeRanking(HashTreePMap.empty(), TreePMap.empty());

    Stream<Node> bestFirst() {
        return nodes.values().stream();
    }

    NodeRanking with(Node node, PodRequests requests) {
        NodeRoom room = NodeRoom.of(node, requests);
        return without(node.metadata().name()).plus(room, node);
    }

    /** After a change of what the pods on a node ask for. */
    NodeRanking with(String name, PodRequests requests) {
        NodeRoom before = rooms.get(name);
        return before == null ? this : with(Objects.requireNonNull(nodes.get(before)), requests);
    }

    private NodeRanking plus(NodeRoom room, Node node) {
        return new NodeRanking(rooms.plus(room.name(), room), nodes.plus(room, node));
    }

    NodeRanking without(String name) {
        @Nullable NodeRoom room = rooms.get(name);
        return room == null ? this : new NodeRanking(rooms.minus(name), nodes.minus(room));
    }
}
