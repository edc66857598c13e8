package io.mooring.binding.explain.set;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.ReplicaKeeper;
import io.mooring.workload.StatefulSet;

/** Why those who make pods stand as they do: which pod of which revision holds them up, and what holds that pod. Without what would help. */
public final class SetExplainer {
    private SetExplainer() {}

    public static Explanation explain(Evidence evidence, StatefulSet set) {
        return StatefulSetExplainer.explain(evidence, set);
    }

    public static Explanation explain(Evidence evidence, Deployment deployment) {
        return new DeploymentExplainer(evidence, deployment).explanation();
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
