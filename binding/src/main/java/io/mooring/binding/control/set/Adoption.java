package io.mooring.binding.control.set;

import io.mooring.binding.claims.StatefulPodName;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.OwnerReference;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a pod belongs to the set that its name names: an orphan with the right labels is adopted, one of the set's own
 * with other labels is released. Models {@code ClaimPods}.
 */
final class Adoption {
    private Adoption() {}

    static List<Write> writes(Cluster cluster, Pod pod) {
        Optional<StatefulSet> named = StatefulPodName.parse(pod.metadata().name())
                .flatMap(name -> cluster.statefulSet(pod.metadata().namespace(), name.set()))
                .filter(set -> !set.metadata().isBeingDeleted());
        if (named.isEmpty()) {
            return List.of();
        }
        StatefulSet set = named.get();
        boolean isWanted = isSelected(set, pod);
        if (pod.metadata().controller().isEmpty() && isWanted && !pod.metadata().isBeingDeleted()) {
            return List.of(adopt(set, pod));
        }
        return pod.metadata().isControlledBy(set.metadata()) && !isWanted ? List.of(release(set, pod)) : List.of();
    }

    /** Whether the pod is to be adopted or released. */
    static boolean isDue(Cluster cluster, Pod pod) {
        return !writes(cluster, pod).isEmpty();
    }

    /** Whether the labels of a pod or a revision are those that the set selects. */
    static boolean isSelected(StatefulSet set, KubernetesObject object) {
        return set.spec()
                .selector()
                .filter(selector ->
                        LabelMatcher.of(selector).matches(object.metadata().labels()))
                .isPresent();
    }

    private static Write adopt(StatefulSet set, Pod pod) {
        OwnerReference owner = OwnerReference.toController(StatefulSet.KIND, set.metadata());
        return new Write.Update(pod.withMetadata(pod.metadata().withOwner(owner)));
    }

    private static Write release(StatefulSet set, Pod pod) {
        return new Write.Update(pod.withMetadata(
                pod.metadata().withoutOwners(Set.of(set.metadata().uid()))));
    }
}
