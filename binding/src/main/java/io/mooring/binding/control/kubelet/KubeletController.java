package io.mooring.binding.control.kubelet;

import io.mooring.binding.control.Kubelet;
import io.mooring.binding.control.part.Asking;
import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Kinds;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes what the kubelets report of the pods on their nodes. */
public final class KubeletController implements PlaneController<Ref<Pod>> {
    private static final Watches<Ref<Pod>> WATCHES = Watches.<Pod, Ref<Pod>>of(
                    Pod.KIND, Watches.Handler.ofItself(Pod::isPlaced, Pod::ref))
            .and(
                    PersistentVolumeClaim.KIND,
                    (change, cluster) -> change.isRemoval()
                            ? List.of()
                            : wakes(VolumeIndexes.PODS_BY_CLAIM.list(cluster, change.ref())))
            .and(Node.KIND, KubeletController::ofNode)
            .and(CsiDriver.KIND, KubeletController::ofDriver);

    /** Upstream: {@code backOffPeriod}. */
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Kubelet kubelet;

    public KubeletController(Kubelet kubelet) {
        this.kubelet = kubelet;
    }

    /** Whether no kubelet runs. */
    public boolean isOff() {
        return kubelet == Kubelet.OFF;
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

    /** It sees to each pod by itself; one whose claim is not known does not start. */
    @Override
    public Kinds needs() {
        return Kinds.of();
    }

    /**
     * The pods that wait for volumes, which nobody attaches to a node that is gone; when a kubelet has come to answer, all of its
     * pods.
     */
    private static List<Wake<Ref<Pod>>> ofNode(Change<Node> change, Cluster cluster) {
        String node = change.object().metadata().name();
        if (isFelt(change, Node::answers)) {
            return wakes(cluster.list(Pod.KIND)
                    .filter(pod -> pod.spec().nodeName().equals(node))
                    .toList());
        }
        boolean concernsVolumes = change.isRemoval()
                || isFelt(change, Node::isManagedForAttach)
                || isFelt(change, each -> each.status().volumesAttached());
        return concernsVolumes ? wakes(VolumeIndexes.PODS_WITH_CLAIMS_BY_NODE.list(cluster, node)) : List.of();
    }

    /** A driver whose volumes need no attaching after all: the pods that waited for that. */
    private static List<Wake<Ref<Pod>>> ofDriver(Change<CsiDriver> change, Cluster cluster) {
        return wakes(cluster.list(Pod.KIND)
                .filter(pod -> !pod.isReady() && !pod.hasEnded())
                .filter(Pod::usesClaims)
                .toList());
    }

    /** Whether the node, which was there before and is there still, says something else than before. */
    private static boolean isFelt(Change<Node> change, Function<Node, Object> part) {
        return change.isUpdate() && !part.apply(change.before().orElseThrow()).equals(part.apply(change.object()));
    }

    private static List<Wake<Ref<Pod>>> wakes(List<Pod> pods) {
        List<Wake<Ref<Pod>>> wakes = new ArrayList<>();
        for (Pod pod : pods) {
            if (pod.isPlaced()) {
                wakes.add(Wake.now(pod.ref()));
            }
        }
        return wakes;
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<Pod> item) {
        return cluster.get(item)
                .filter(Pod::isPlaced)
                .map(pod -> Asking.<Kubelet.Report, List<Write>>ask(
                        () -> report(pod, cluster),
                        report -> report.accept(new ReportWrites(pod)),
                        why -> notTold(pod, why)))
                .orElse(List.of());
    }

    private Kubelet.Report report(Pod pod, Cluster cluster) {
        boolean isAnswered =
                cluster.node(pod.spec().nodeName()).map(kubelet::answers).orElse(true);
        return isAnswered ? kubelet.report(pod, cluster) : new Kubelet.Report.Nothing();
    }

    /** Models {@code podWorkerLoop}, where the status of the pod cannot be told. */
    private static List<Write> notTold(Pod pod, String why) {
        return List.of(
                Write.warning(pod, "FailedSync", "error determining status: " + why), new Write.LookAgain(RETRY));
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
