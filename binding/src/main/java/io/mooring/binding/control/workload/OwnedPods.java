package io.mooring.binding.control.workload;

import io.mooring.binding.control.volume.Dependents;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.binding.world.View;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelMatcher;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.function.Predicate;

/** Pods by who keeps them. */
public final class OwnedPods {
    /** The pods that nobody controls, by namespace. */
    public static final Index<Pod, String> ORPHANS = Keeping.orphans(Pod.KIND);

    /** What a controller that keeps pods wants kept. */
    public static final List<View<?>> VIEWS = List.of(ORPHANS, Dependents.BY_OWNER);

    private OwnedPods() {}

    /**
     * The pods that the owner keeps.
     *
     * @param counts what is adopted and released; other pods stay as they are
     */
    public static Keeping<Pod> of(
            Cluster cluster, KubernetesObject owner, LabelMatcher matcher, Predicate<Pod> counts) {
        return Keeping.of(cluster, owner, matcher, Pod.KIND, ORPHANS, counts);
    }
}
