package io.mooring.binding.explain.resize;

import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.resize.ResizeExplainer.Step;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.ResizeFinding;
import io.mooring.binding.finding.ResizeFinding.AtController;
import io.mooring.binding.finding.ResizeFinding.AtNode;
import io.mooring.binding.finding.ResizeFinding.AwaitingNode;
import io.mooring.binding.finding.ResizeFinding.Failing;
import io.mooring.binding.finding.ResizeFinding.Infeasible;
import io.mooring.binding.finding.ResizeFinding.NodeInfeasible;
import io.mooring.binding.finding.ResizeFinding.NotKnown;
import io.mooring.binding.finding.ResizeFinding.Requested;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/** What is due of a resize, and who is waited for. */
record ResizeSteps(Cluster cluster, PersistentVolumeClaim claim) implements ResizeFinding.Cases<Step> {
    /** More are only counted. */
    private static final int MOST_PODS = 3;

    private static final FieldPath STATUS = FieldPath.of("status", "allocatedResourceStatuses");

    @Override
    public Step requested(Requested finding) {
        String headline = wants(finding.requested(), finding.actual());
        Optional<PersistentVolume> volume = cluster.get(finding.volume());
        Optional<VolumeSource> source = volume.flatMap(found -> found.spec().source());
        Optional<String> driver = source.flatMap(Drivers::of);
        if (source.isPresent() && driver.isEmpty()) {
            return step(
                    Outlook.BLOCKED,
                    headline,
                    waitsFor(
                            finding.volume(),
                            "is of a kind (" + source.get().type().field()
                                    + ") that nobody in Kubernetes can enlarge: only CSI drivers can"));
        }
        Drivers.Resizer resizer = Drivers.resizer(cluster, driver);
        return step(
                resizer.outlook(), headline, waitsFor(finding.volume(), "is to be enlarged by " + resizer.standing()));
    }

    @Override
    public Step atController(AtController finding) {
        return step(
                Outlook.WAITS,
                isEnlarged(finding.target(), finding.actual()),
                waitsFor(finding.volume(), "is being enlarged by its driver"));
    }

    @Override
    public Step failing(Failing finding) {
        return step(
                Outlook.BLOCKED,
                isEnlarged(finding.target(), finding.actual()),
                error(finding.message(), "tries again after a while"));
    }

    @Override
    public Step infeasible(Infeasible finding) {
        return step(
                Outlook.BLOCKED,
                "cannot become " + finding.target() + "; it has " + finding.actual(),
                error(finding.message(), "can never do it: ask for another size"));
    }

    @Override
    public Step awaitingNode(AwaitingNode finding) {
        List<Ref<Pod>> silent =
                finding.pods().stream().filter(this::isOnSilentNode).toList();
        if (finding.pods().isEmpty()) {
            return withoutPod(finding);
        }
        String pods = Names.of(finding.pods(), MOST_PODS);
        return silent.size() == finding.pods().size()
                ? step(
                        Outlook.BLOCKED,
                        hasOnly(finding.target(), finding.actual()),
                        waitsFor(
                                claim.ref(),
                                "is to be enlarged by the kubelet where " + pods
                                        + " runs, and that node does not answer"))
                : step(
                        Outlook.WAITS,
                        "its " + part() + " is about to become " + finding.target(),
                        waitsFor(claim.ref(), "is enlarged on the node by the kubelet, for " + pods));
    }

    private boolean isOnSilentNode(Ref<Pod> pod) {
        return cluster.get(pod)
                .flatMap(found -> cluster.node(found.spec().nodeName()))
                .filter(node -> !node.answers())
                .isPresent();
    }

    /** The one that is to come by itself, if there is one, brings the size. */
    private Step withoutPod(AwaitingNode finding) {
        Optional<Pod> coming = VolumeIndexes.PODS_BY_CLAIM
                .find(cluster, claim.ref())
                .filter(pod -> !pod.hasEnded() && !pod.metadata().isBeingDeleted())
                .findFirst();
        Fact needed = coming.map(pod -> waitsFor(
                        pod.ref(), "uses the claim and does not run yet: the kubelet enlarges the " + part() + " then"))
                .orElseGet(() -> waitsFor(
                        claim.ref(), "needs a pod that runs with it: the kubelet enlarges the " + part() + " then"));
        Outlook outlook = coming.filter(this::comes).isPresent() ? Outlook.WAITS : Outlook.BLOCKED;
        return step(outlook, hasOnly(finding.target(), finding.actual()), needed);
    }

    private boolean comes(Pod pod) {
        PodFinding finding = PodFindings.of(cluster, pod);
        return finding instanceof PodFinding.Placed
                || finding instanceof PodFinding.Schedulable
                || finding instanceof PodFinding.BindingVolumes;
    }

    /** What of a volume a node has to enlarge. */
    private String part() {
        return claim.volumeMode().equals(VolumeMode.BLOCK) ? "device" : "file system";
    }

    private String hasOnly(Quantity target, Quantity actual) {
        return "its volume has " + target + " already, its " + part() + " " + actual;
    }

    @Override
    public Step atNode(AtNode finding) {
        return step(
                Outlook.WAITS,
                "its " + part() + " becomes " + finding.target() + " from " + finding.actual(),
                waitsFor(claim.ref(), "is being enlarged on its node by the kubelet"));
    }

    @Override
    public Step nodeInfeasible(NodeInfeasible finding) {
        return step(
                Outlook.BLOCKED,
                "its " + part() + " cannot become " + finding.target() + "; it has " + finding.actual(),
                waitsFor(
                        claim.ref(),
                        "could not be enlarged on its node, and nobody tries again: ask for another size"));
    }

    @Override
    public Step notKnown(NotKnown finding) {
        return step(
                Outlook.NOT_KNOWN,
                hasOnly(finding.target(), finding.actual()),
                Fact.of(
                        FactCode.KIND_UNKNOWN,
                        claim.ref(),
                        STATUS,
                        "needs a pod that runs with it, and whether there is one is not known: "
                                + KindText.notInTheDump(List.of(finding.kind()))));
    }

    private static String wants(Quantity requested, Quantity actual) {
        return "asks for " + requested + ", of which it has " + actual;
    }

    private static String isEnlarged(Quantity target, Quantity actual) {
        return "is to become " + target + " from " + actual;
    }

    private Step step(Outlook outlook, String headline, Fact reason) {
        return new Step(outlook, headline, List.of(reason, ResizeExplainer.allowed(claim)));
    }

    private static Fact waitsFor(Ref<?> object, String text) {
        return Fact.of(FactCode.RESIZE_WAITS_FOR, object, STATUS, text);
    }

    private Fact error(String message, String then) {
        return Fact.of(
                FactCode.RESIZE_ERROR,
                claim.ref(),
                FieldPath.of("status", "conditions"),
                (message.isEmpty() ? "was refused by the driver" : "was refused by the driver: " + message)
                        + "; the resizer " + then);
    }
}
