package io.mooring.binding.control.kubelet;

import io.mooring.binding.control.Kubelet;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.workload.Pod;

/** What nodes without a kubelet say: nothing, neither of their pods nor of their volumes. */
public final class NoKubelet implements Kubelet {
    @Override
    public Report report(Pod pod, Cluster cluster) {
        return new Report.Nothing();
    }

    @Override
    public boolean answers(Node node) {
        return false;
    }
}
