package io.mooring.binding.explain.fix;

import io.mooring.binding.control.Kubelet;
import io.mooring.binding.control.kubelet.KubeletController;
import io.mooring.binding.control.kubelet.VolumesInUse;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Controllers;
import io.mooring.workload.Pod;

/**
 * What nodes do while a change is tried in a cluster whose kubelets do not run here, as in one that was opened: they start
 * pods that came to them by the change, and stop those that go by it. Pods that were there stay as they are.
 *
 * @param before the cluster before the change
 */
record TrialKubelet(Cluster before) implements Kubelet {

    /** The cluster as one to try changes in; the same where its kubelets run. */
    static Cluster in(Cluster cluster) {
        if (!isNeeded(cluster)) {
            return cluster;
        }
        Kubelet kubelet = new TrialKubelet(cluster);
        Controllers controllers = cluster.controllers();
        return cluster.with(new Controllers(
                controllers.all().stream()
                        .<Controller<?>>map(each -> under(kubelet, each))
                        .toList(),
                controllers.semantics()));
    }

    /** Whether the cluster's kubelets do not run here. */
    static boolean isNeeded(Cluster cluster) {
        return cluster.controllers().all().stream()
                .anyMatch(each -> each instanceof KubeletController kubelets && kubelets.isOff());
    }

    private static Controller<?> under(Kubelet kubelet, Controller<?> controller) {
        if (controller instanceof KubeletController) {
            return new KubeletController(kubelet);
        }
        return controller instanceof VolumesInUse ? new VolumesInUse(kubelet) : controller;
    }

    @Override
    public Report report(Pod pod, Cluster cluster) {
        return isAsBefore(pod) ? new Report.Nothing() : READY_AT_ONCE.report(pod, cluster);
    }

    private boolean isAsBefore(Pod pod) {
        return before.get(pod.ref())
                .filter(Pod::isPlaced)
                .filter(was -> was.metadata().uid().equals(pod.metadata().uid())
                        && was.metadata().isBeingDeleted() == pod.metadata().isBeingDeleted())
                .isPresent();
    }
}
