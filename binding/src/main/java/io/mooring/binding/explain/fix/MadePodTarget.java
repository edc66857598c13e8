package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pod that is one of several alike: it is to run, or what makes it is to have all its pods without it.
 *
 * @param maker what makes it, a Deployment or a ReplicaSet
 */
record MadePodTarget(PodTarget pod, WorkloadTarget maker) implements Target {
    @Override
    public Ref<?> object() {
        return pod.object();
    }

    @Override
    public boolean isReached(Cluster settled) {
        return isThere(settled) ? pod.isReached(settled) : maker.isReached(settled);
    }

    private boolean isThere(Cluster settled) {
        return settled.get(pod.object())
                .filter(found -> !found.metadata().isBeingDeleted())
                .isPresent();
    }

    @Override
    public List<String> openEnds(Cluster settled) {
        Ref<Pod> ref = pod.object();
        return isThere(settled)
                ? pod.openEnds(settled)
                : List.of("pod " + ref.qualifiedName() + " goes; "
                        + maker.object().kind().name() + " " + maker.object().qualifiedName()
                        + " then has all its pods without it");
    }

    @Override
    public Object standing(Cluster settled) {
        return List.of(pod.standing(settled), maker.standing(settled));
    }

    @Override
    public List<Proposal> proposals(Cluster settled) {
        return isThere(settled)
                ? Stream.concat(maker.recreating().stream(), pod.proposals(settled).stream())
                        .toList()
                : maker.proposals(settled);
    }

    @Override
    public boolean mayLose(KubernetesObject lost) {
        return pod.mayLose(lost) || maker.mayLose(lost);
    }

    @Override
    public List<Fact> holds(Cluster settled) {
        return pod.holds(settled);
    }

    @Override
    public List<ObjectKind<?>> unknown(Cluster settled) {
        return pod.unknown(settled);
    }
}
