package io.mooring.binding.explain.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.world.Cluster;
import io.mooring.workload.Pod;
import java.util.List;

/** Holds the demands of a pod that no node meets to being as few as will do: each is dropped, and it is asked again. */
public final class PodCores {
    private PodCores() {}

    /** How many demands rule out every node, none of which can be spared; of a pod that fits nowhere. */
    public static int check(Cluster cluster, Pod pod) {
        Constraints constraints = Constraints.of(PodFindings.nodeChecks(cluster, pod));
        if (!constraints.allowedByAll(constraints.all()).isEmpty()) {
            return 0;
        }
        List<Constraint> core = Core.of(constraints);
        assertThat(constraints.allowedByAll(core)).as(pod.ref().toString()).isEmpty();
        core.forEach(each -> assertThat(constraints.allowedByAll(
                        core.stream().filter(other -> other != each).toList()))
                .as("%s without %s", pod.ref(), each.demand())
                .isNotEmpty());
        return core.size();
    }
}
