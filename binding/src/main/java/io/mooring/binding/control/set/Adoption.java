package io.mooring.binding.control.set;

import io.mooring.binding.claims.StatefulPodName;
import io.mooring.binding.claims.StatefulPods;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.OwnerReference;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a pod belongs to the set that its name names: an orphan with the right labels is taken in, one of the set's own
 * with other labels is let go. Models {@code ClaimPods}.
 */
final class Adoption {
    private Adoption() {}

    static List<Write> writes(Cluster world, Pod pod) {
        Optional<StatefulSet> named = StatefulPodName.parse(pod.metadata().name())
                .flatMap(name -> world.statefulSet(pod.metadata().namespace(), name.set()))
                .filter(set -> !set.metadata().isBeingDeleted());
        if (named.isEmpty()) {
            return List.of();
        }
        StatefulSet set = named.get();
        Optional<OwnerReference> controller = controller(pod);
        boolean isWanted = isSelected(set, pod);
        if (controller.isEmpty() && isWanted && !pod.metadata().isBeingDeleted()) {
            return List.of(adopt(set, pod));
        }
        return isOf(set, controller) && !isWanted ? List.of(release(set, pod)) : List.of();
    }

    /** Whether the two would have to be looked at together. */
    static boolean isDue(Cluster world, Pod pod) {
        return !writes(world, pod).isEmpty();
    }

    static Optional<OwnerReference> controller(Pod pod) {
        return pod.metadata().ownerReferences().stream()
                .filter(owner -> owner.controller().orElse(false))
                .findFirst();
    }

    private static boolean isOf(StatefulSet set, Optional<OwnerReference> controller) {
        return controller
                .filter(owner -> owner.uid().equals(set.metadata().uid()))
                .isPresent();
    }

    private static boolean isSelected(StatefulSet set, Pod pod) {
        return set.spec()
                .selector()
                .filter(selector ->
                        LabelMatcher.of(selector).matches(pod.metadata().labels()))
                .isPresent();
    }

    private static Write adopt(StatefulSet set, Pod pod) {
        List<OwnerReference> owners = new ArrayList<>(pod.metadata().ownerReferences());
        owners.addAll(StatefulPods.create(set, 0, "").metadata().ownerReferences());
        return new Write.Update(pod.withMetadata(pod.metadata().withOwnerReferences(owners)));
    }

    private static Write release(StatefulSet set, Pod pod) {
        List<OwnerReference> owners = pod.metadata().ownerReferences().stream()
                .filter(owner -> !owner.uid().equals(set.metadata().uid()))
                .toList();
        return new Write.Update(pod.withMetadata(pod.metadata().withOwnerReferences(owners)));
    }
}
