package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.stream.Stream;

/** What came of the requests for a claim's volume so far, as far as the scheduler keeps it in mind. */
public sealed interface ProvisioningFinding extends ClaimFinding {

    /**
     * No volume could be made on these nodes.
     *
     * @param nodes one or more, in the order in which they were tried
     */
    record NodesRefused(Ref<PersistentVolumeClaim> about, List<Ref<Node>> nodes) implements ProvisioningFinding {
        public NodesRefused {
            nodes = List.copyOf(nodes);
        }

        /** With one more; a node that is tried for the second time begins a new round. */
        public NodesRefused and(Ref<Node> node) {
            boolean isTriedAgain = nodes.contains(node);
            boolean isLast = nodes.get(nodes.size() - 1).equals(node);
            if (isTriedAgain) {
                return isLast ? this : new NodesRefused(about, List.of(node));
            }
            return new NodesRefused(
                    about, Stream.concat(nodes.stream(), Stream.of(node)).toList());
        }
    }
}
