package io.mooring.binding.world;

import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A controller that looks at every pod that comes or changes. */
class OfPods implements Controller<Ref<Pod>> {
    private final String name;
    private final BiFunction<Cluster, Pod, List<Write>> look;

    /** @param look what it writes about a pod */
    OfPods(String name, BiFunction<Cluster, Pod, List<Write>> look) {
        this.name = name;
        this.look = look;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Watches<Ref<Pod>> watches() {
        return Watches.of(
                Pod.KIND,
                (change, cluster) ->
                        change.after().stream().map(pod -> Wake.now(pod.ref())).toList());
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<Pod> item) {
        Optional<Pod> pod = cluster.get(item);
        return pod.isPresent() ? look.apply(cluster, pod.get()) : List.of();
    }
}
