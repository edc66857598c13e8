package io.mooring.binding.explain.resize;

import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.resize.ResizeExplainer.Step;
import io.mooring.binding.finding.ResizeFinding;
import io.mooring.binding.finding.ResizeFinding.AtController;
import io.mooring.binding.finding.ResizeFinding.AtNode;
import io.mooring.binding.finding.ResizeFinding.AwaitingNode;
import io.mooring.binding.finding.ResizeFinding.Failing;
import io.mooring.binding.finding.ResizeFinding.Infeasible;
import io.mooring.binding.finding.ResizeFinding.NodeInfeasible;
import io.mooring.binding.finding.ResizeFinding.Requested;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is due of a resize, and who is waited for. */
record ResizeSteps(Cluster cluster, PersistentVolumeClaim claim) implements ResizeFinding.Cases<Step> {
    private static final FieldPath STATUS = FieldPath.of("status", "allocatedResourceStatuses");

    @Override
    public Step requested(Requested finding) {
        Optional<VolumeSource> source =
                cluster.get(finding.volume()).flatMap(volume -> volume.spec().source());
        Optional<String> driver = driver(finding.volume());
        if (source.isPresent() && driver.isEmpty()) {
            return step(
                    Outlook.BLOCKED,
                    wants(finding.requested(), finding.actual()),
                    waitsFor(
                            finding.volume(),
                            "is of a kind (" + source.get().type().field()
                                    + ") that nobody in Kubernetes can enlarge: only CSI drivers can"));
        }
        String who =
                driver.map(name -> "the external-resizer of driver " + name).orElse("its driver's external-resizer");
        return step(
                Outlook.WAITS,
                wants(finding.requested(), finding.actual()),
                waitsFor(
                        finding.volume(),
                        "is enlarged by " + who + ", which has not begun; where it does not run, nobody ever will"));
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
        if (!finding.pods().isEmpty()) {
            String pods = finding.pods().stream().map(Ref::qualifiedName).collect(Collectors.joining(", "));
            return step(
                    Outlook.WAITS,
                    "its file system is about to become " + finding.target(),
                    waitsFor(claim.ref(), "is enlarged on the node by the kubelet, for " + pods));
        }
        return step(
                Outlook.BLOCKED,
                "its volume has " + finding.target() + " already, its file system " + finding.actual(),
                waitsFor(claim.ref(), "needs a pod that runs with it: the kubelet enlarges the file system then"));
    }

    @Override
    public Step atNode(AtNode finding) {
        return step(
                Outlook.WAITS,
                "its file system becomes " + finding.target() + " from " + finding.actual(),
                waitsFor(claim.ref(), "is being enlarged on its node by the kubelet"));
    }

    @Override
    public Step nodeInfeasible(NodeInfeasible finding) {
        return step(
                Outlook.BLOCKED,
                "its file system cannot become " + finding.target() + "; it has " + finding.actual(),
                waitsFor(
                        claim.ref(),
                        "could not be enlarged on its node, and nobody tries again: ask for another size"));
    }

    /** Its own, or the one to which its in-tree plug-in was migrated. */
    private Optional<String> driver(Ref<PersistentVolume> volume) {
        return cluster.get(volume)
                .flatMap(found -> found.spec().source())
                .flatMap(source -> source.csiDriver()
                        .or(() -> CsiMigration.pluginOf(source).flatMap(CsiMigration::driverOf)));
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
