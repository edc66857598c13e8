package io.mooring.binding.control.deployment;

import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.world.Cluster;
import io.mooring.workload.Deployment;
import io.mooring.workload.ReplicaSet;
import java.util.List;
import java.util.Optional;

/**
 * How far a Deployment has come from its old templates to the one of now, and whether a sync would go on.
 *
 * @param current the ReplicaSet of the template as it is now, if there is one
 * @param old those of earlier templates that are to have pods still, oldest first
 * @param maxUnavailable how many pods of those that are wanted may be away
 * @param isHeld whether a sync changes the size of none of them, though there are old ones
 */
public record Rollout(Optional<ReplicaSet> current, List<ReplicaSet> old, int maxUnavailable, boolean isHeld) {
    public Rollout {
        old = List.copyOf(old);
    }

    /** Asks what the controller's sync asks. */
    public static Rollout of(Cluster cluster, Deployment deployment) {
        DeploymentView view = DeploymentView.of(
                cluster,
                deployment,
                Keeping.kept(cluster, deployment, ReplicaSet.KIND).toList());
        List<ReplicaSet> old = DeploymentView.active(view.old().stream());
        boolean isHeld = view.isRolling()
                && !old.isEmpty()
                && view.current()
                        .filter(current -> Scaling.up(view, current).isEmpty()
                                && Scaling.down(view, current).isEmpty())
                        .isPresent();
        return new Rollout(view.current(), old, view.maxUnavailable(), isHeld);
    }
}
