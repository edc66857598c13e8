package io.mooring.binding.control.workload;

import io.mooring.admission.Verdict;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.workload.Pod;
import io.mooring.workload.PodTemplateSpec;
import java.util.Optional;

/** Whether the API server takes the pods that somebody makes. */
public final class Refusals {
    private Refusals() {}

    /** Why it refuses the next pod of the template; empty if it takes it. */
    public static Optional<Verdict.Refused> of(Cluster cluster, KubernetesObject owner, PodTemplateSpec template) {
        Pod pod = TemplatePods.of(template, owner);
        String name = cluster.nextNames(pod, 1).get(0);
        return of(cluster, pod.withMetadata(pod.metadata().withName(name)));
    }

    /** Why it refuses the pod. */
    static Optional<Verdict.Refused> of(Cluster cluster, Pod pod) {
        return cluster.verdictOn(pod).accept(Verdict.Cases.of(admitted -> Optional.empty(), Optional::of));
    }
}
