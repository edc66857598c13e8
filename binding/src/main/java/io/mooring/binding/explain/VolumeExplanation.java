package io.mooring.binding.explain;

import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.match.Mismatch;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import java.util.List;
import java.util.Optional;

/**
 * Whether a volume does for a claim.
 *
 * @param finding whose the volume is
 * @param mismatches every reason why it does not do, wherever the pod goes
 * @param reach from where it can be reached, where the pod's node matters
 */
public record VolumeExplanation(VolumeBindingFinding finding, List<Mismatch> mismatches, Optional<Reach> reach) {
    public VolumeExplanation {
        mismatches = List.copyOf(mismatches);
    }

    /**
     * From where a volume can be reached.
     *
     * @param nodes those that reach it, by name
     * @param looked how many nodes were looked at
     * @param unreached why it cannot be reached from the others, said of the first of them
     */
    public record Reach(List<Ref<Node>> nodes, int looked, Optional<Mismatch.NotReachable> unreached) {
        public Reach {
            nodes = List.copyOf(nodes);
        }
    }

    /** Which volume. */
    public Ref<PersistentVolume> volume() {
        return finding.about();
    }

    /** Whether the claim may get it, better ones aside, on a node that there is. */
    public boolean fits() {
        return mismatches.isEmpty() && reach.filter(it -> it.nodes().isEmpty()).isEmpty();
    }

    /** In how many ways it does not do. */
    int misses() {
        boolean isOutOfReach = mismatches.isEmpty() && !fits();
        return mismatches.size() + (isOutOfReach ? 1 : 0);
    }
}
