package io.mooring.binding.check;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.tree.FieldPath;
import io.mooring.workload.CronJob;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import io.mooring.workload.ReplicaKeeper;
import io.mooring.workload.StatefulSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which pods there are and will be. What somebody keeps who is there is left to its keeper. */
final class PodPlans {
    private static final FieldPath TEMPLATE = FieldPath.of("spec", "template", "spec");
    private static final FieldPath JOB_TEMPLATE =
            FieldPath.of("spec", "jobTemplate").child("spec", "template").child("spec");

    private PodPlans() {}

    static List<PodPlan> of(Cluster cluster) {
        Set<String> keepers = new HashSet<>();
        cluster.all().map(KubernetesObject::metadata).map(ObjectMeta::uid).forEach(keepers::add);
        return cluster.all()
                .filter(object -> !isKept(object, keepers))
                .flatMap(PodPlans::plan)
                .toList();
    }

    private static boolean isKept(KubernetesObject object, Set<String> keepers) {
        return object.metadata()
                .controller()
                .map(OwnerReference::uid)
                .filter(keepers::contains)
                .isPresent();
    }

    private static Stream<PodPlan> plan(KubernetesObject object) {
        if (object instanceof Pod pod) {
            return pod.hasEnded() ? Stream.empty() : Stream.of(plan(pod));
        }
        if (object instanceof Deployment deployment) {
            return Stream.of(plan(
                    object,
                    deployment.wantedReplicas(),
                    deployment.spec().template().spec()));
        }
        if (object instanceof ReplicaKeeper keeper) {
            return keeper.podTemplate().stream()
                    .map(template -> plan(object, keeper.wantedReplicas(), template.spec()));
        }
        if (object instanceof StatefulSet set) {
            return Stream.of(plan(set));
        }
        if (object instanceof DaemonSet set) {
            return Stream.of(
                    new PodPlan(set.ref(), TEMPLATE, set.spec().template().spec(), new Crowd.OnEachNode(), Set.of()));
        }
        if (object instanceof Job job) {
            return Stream.of(
                    plan(object, pods(job.spec()), job.spec().template().spec()));
        }
        if (object instanceof CronJob cronJob) {
            return Stream.of(new PodPlan(
                    cronJob.ref(),
                    JOB_TEMPLATE,
                    cronJob.podTemplate().spec(),
                    new Crowd.Some(pods(cronJob.spec().jobTemplate().spec())),
                    Set.of()));
        }
        return Stream.empty();
    }

    private static PodPlan plan(Pod pod) {
        return new PodPlan(pod.ref(), FieldPath.of("spec"), pod.spec(), new Crowd.Some(1), Set.of());
    }

    private static PodPlan plan(KubernetesObject object, int pods, PodSpec spec) {
        return new PodPlan(object.ref(), TEMPLATE, spec, new Crowd.Some(pods), Set.of());
    }

    private static PodPlan plan(StatefulSet set) {
        Set<String> templates = set.spec().volumeClaimTemplates().stream()
                .map(template -> template.metadata().name())
                .collect(Collectors.toSet());
        int replicas = set.spec().replicas().orElse(1);
        return new PodPlan(set.ref(), TEMPLATE, set.spec().template().spec(), new Crowd.Some(replicas), templates);
    }

    private static int pods(JobSpec job) {
        int parallel = job.parallelism().orElse(1);
        return job.completions().map(most -> Math.min(most, parallel)).orElse(parallel);
    }
}
