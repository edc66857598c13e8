package io.mooring.binding.control;

import io.mooring.binding.control.kubelet.ReadyAtOnce;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import io.mooring.workload.PodStatus;
import java.util.Objects;

/**
 * What the kubelets make of pods: a pure function of a pod that is on a node, and of the cluster. It is asked whenever the
 * pod or one of its claims changes, and again after what it reported, until it reports nothing new.
 *
 * <p>One that throws an exception or answers null says nothing of the pod: the pod's event {@code FailedSync} tells why, and it is
 * asked again after a while. Errors are not caught. One that never reports the same twice does not let the world settle.
 */
@FunctionalInterface
public interface Kubelet {
    /**
     * A pod whose claims are bound runs and is ready at once, a deleted pod goes at once. A pod that is never restarted
     * and has a deadline, such as a recycler, runs and then succeeds. On a node whose volumes the attach-detach controller
     * attaches, a pod runs when its volumes are attached.
     */
    Kubelet READY_AT_ONCE = ReadyAtOnce::report;

    /** No kubelet: pods stay as the scheduler left them, and deleted ones stay Terminating. */
    Kubelet OFF = new Kubelet() {
        @Override
        public Report report(Pod pod, Cluster cluster) {
            return new Report.Nothing();
        }

        @Override
        public boolean answers(Node node) {
            return false;
        }
    };

    /** What a kubelet reports of the pod now. */
    Report report(Pod pod, Cluster cluster);

    /**
     * Whether the node's kubelet says anything: it is not asked about the pods of one that does not, and such a node does not say
     * that a volume is unmounted. By default a kubelet answers unless its node's condition Ready is Unknown.
     */
    default boolean answers(Node node) {
        return node.answers();
    }

    /** What a kubelet writes of a pod. */
    sealed interface Report {

        /** Answers by the case for this report. */
        <R> R accept(Cases<R> cases);

        /** One case for each kind of report. */
        interface Cases<R> {
            R nothing(Nothing report);

            R status(Status report);

            R gone(Gone report);
        }

        /** Nothing new. */
        record Nothing() implements Report {
            @Override
            public <R> R accept(Cases<R> cases) {
                return cases.nothing(this);
            }
        }

        /** Its status is this from now on; its PodScheduled condition should be kept. */
        record Status(PodStatus status) implements Report {
            public Status {
                Objects.requireNonNull(status, "status");
            }

            @Override
            public <R> R accept(Cases<R> cases) {
                return cases.status(this);
            }
        }

        /** Its containers are gone, so that it may go; only for a pod that is being deleted. */
        record Gone() implements Report {
            @Override
            public <R> R accept(Cases<R> cases) {
                return cases.gone(this);
            }
        }
    }
}
