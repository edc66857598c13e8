package io.mooring.binding.explain.set;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.ReplicaKeeper;
import io.mooring.workload.StatefulSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Why those who make pods stand as they do: which pod of which revision holds them up, and what holds that pod. Without what would help. */
public final class SetExplainer {
    private SetExplainer() {}

    public static Explanation explain(Evidence evidence, StatefulSet set) {
        return StatefulSetExplainer.explain(evidence, set);
    }

    public static Explanation explain(Evidence evidence, Deployment deployment) {
        return new DeploymentExplainer(evidence, deployment).explanation();
    }

    /** Of a pod or a claim that does not exist yet and that a StatefulSet is to make; empty if none is. */
    public static Optional<Explanation> toCome(Evidence evidence, Ref<?> object) {
        return ReplicaToCome.of(evidence.cluster())
                .filter(replica -> replica.objects(evidence.cluster()).anyMatch(object::equals))
                .findFirst()
                .map(replica -> replica.explain(evidence, object));
    }

    /** Every pod and claim that does not exist yet and that a StatefulSet is to make. */
    public static Stream<Ref<?>> toCome(Cluster cluster) {
        return ReplicaToCome.of(cluster).flatMap(replica -> replica.objects(cluster));
    }

    /** A ReplicaSet or a ReplicationController. */
    public static Explanation explain(Evidence evidence, ReplicaKeeper keeper) {
        return new KeeperExplainer(evidence, keeper).explanation();
    }

    public static Explanation explain(Evidence evidence, DaemonSet set) {
        return new DaemonSetExplainer(evidence, set).explanation();
    }

    public static Explanation explain(Evidence evidence, Job job) {
        return new JobExplainer(evidence, job).explanation();
    }
}
