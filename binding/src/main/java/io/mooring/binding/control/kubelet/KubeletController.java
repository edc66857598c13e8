package io.mooring.binding.control.kubelet;

import io.mooring.binding.control.Kubelet;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Kinds;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.stream.Stream;

/** Writes what the kubelets report of the pods on their nodes. */
public final class KubeletController implements Controller<Ref<Pod>> {
    private static final Watches<Ref<Pod>> WATCHES = Watches.<Pod, Ref<Pod>>of(
                    Pod.KIND, (change, cluster) -> wakes(change.after().stream()))
            .and(
                    PersistentVolumeClaim.KIND,
                    (change, cluster) -> change.isRemoval()
                            ? List.of()
                            : wakes(VolumeIndexes.PODS_BY_CLAIM.find(
                                    cluster, change.object().ref())))
            .and(
                    Node.KIND,
                    (change, cluster) -> isOfNoConcern(change)
                            ? List.of()
                            : wakes(VolumeIndexes.PODS_WITH_CLAIMS_BY_NODE.find(
                                    cluster, change.object().metadata().name())));

    private final Kubelet kubelet;

    public KubeletController(Kubelet kubelet) {
        this.kubelet = kubelet;
    }

    @Override
    public String name() {
        return "kubelet";
    }

    @Override
    public List<View<?>> views() {
        return List.of(VolumeIndexes.PODS_BY_CLAIM, VolumeIndexes.PODS_WITH_CLAIMS_BY_NODE);
    }

    @Override
    public Watches<Ref<Pod>> watches() {
        return WATCHES;
    }

<<<<<<< HEAD
    /** It sees to each pod by itself; one whose claim is not known does not start. */
    @Override
    public Kinds needs() {
        return Kinds.of();
=======
    /** Whether the node's kubelet knows no more than before of the volumes that its pods wait for, nor has come to answer. */
    private static boolean isOfNoConcern(Change<Node> change) {
        return change.isUpdate()
                && change.before()
                        .filter(before -> before.status()
                                .volumesAttached()
                                .equals(change.object().status().volumesAttached()))
                        .filter(before -> before.status()
                                .conditions()
                                .equals(change.object().status().conditions()))
                        .filter(before ->
                                before.isManagedForAttach() == change.object().isManagedForAttach())
                        .isPresent();
>>>>>>> f5216cf (The attach-detach controller: which volume is attached to which node)
    }

    private static List<Wake<Ref<Pod>>> wakes(Stream<Pod> pods) {
        return pods.filter(Pod::isPlaced).map(pod -> Wake.now(pod.ref())).toList();
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<Pod> item) {
        return cluster.get(item)
                .filter(Pod::isPlaced)
                .filter(pod -> cluster.node(pod.spec().nodeName())
                        .map(kubelet::answers)
                        .orElse(true))
                .map(pod -> kubelet.report(pod, cluster).accept(new ReportWrites(pod)))
                .orElse(List.of());
    }

    /** What is written because of a report. */
    private record ReportWrites(Pod pod) implements Kubelet.Report.Cases<List<Write>> {
        @Override
        public List<Write> nothing(Kubelet.Report.Nothing report) {
            return List.of();
        }

        @Override
        public List<Write> status(Kubelet.Report.Status report) {
            return report.status().equals(pod.status())
                    ? List.of()
                    : List.of(new Write.UpdateStatus(pod.withStatus(report.status())));
        }

        /** Models the last deletion by the kubelet's status manager, without a grace period. */
        @Override
        public List<Write> gone(Kubelet.Report.Gone report) {
            return pod.metadata().isBeingDeleted() && !isHeldByFinalizersOnly()
                    ? List.of(new Write.Delete(
                            pod.ref(),
                            Deletion.DEFAULT.ofUid(pod.metadata().uid()).withGracePeriod(0)))
                    : List.of();
        }

        private boolean isHeldByFinalizersOnly() {
            return pod.metadata().deletionGracePeriodSeconds().orElse(0L) == 0;
        }
    }
}
