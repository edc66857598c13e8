package io.mooring.binding.explain;

import io.mooring.binding.control.attach.AttachmentFindings;
import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.protection.ClaimUseFindings;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.util.List;
import java.util.Optional;

/** Explains why claims wait, and why pods that have a node wait there for volumes. In a cluster that is not settled it explains how things stand so far. */
public final class Explainer {
    private static final List<ObjectKind<?>> KINDS_THAT_MATTER =
            List.of(PersistentVolume.KIND, StorageClass.KIND, Pod.KIND, Node.KIND);

    private Explainer() {}

    /** Every claim that has no volume, by namespace and name. */
    public static List<ClaimExplanation> waiting(Cluster cluster) {
        return cluster.list(PersistentVolumeClaim.KIND)
                .filter(claim -> !ClaimFindings.of(cluster, claim).isBound())
                .map(claim -> explain(cluster, claim))
                .toList();
    }

    /** Every pod that has its node and waits there for volumes to be attached, by namespace and name. */
    public static List<AttachmentExplanation> unattached(Cluster cluster) {
        return cluster.list(Pod.KIND)
                .filter(pod -> pod.isPlaced() && !pod.isTerminated())
                .flatMap(pod -> unattached(cluster, pod).stream())
                .toList();
    }

    private static Optional<AttachmentExplanation> unattached(Cluster cluster, Pod pod) {
        List<AttachmentFinding> findings = AttachmentFindings.of(cluster, pod).stream()
                .filter(finding -> !(finding instanceof AttachmentFinding.Attached))
                .toList();
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(new AttachmentExplanation(
                        pod.ref(), findings.get(0).node(), findings, Quotes.ofAttaching(cluster, pod)));
    }

    /**
     * One claim.
     *
     * @throws IllegalArgumentException if there is no such claim
     */
    public static ClaimExplanation explain(Cluster cluster, Ref<PersistentVolumeClaim> claim) {
        return cluster.get(claim)
                .map(found -> explain(cluster, found))
                .orElseThrow(() -> new IllegalArgumentException("no claim " + claim.qualifiedName()));
    }

    private static ClaimExplanation explain(Cluster cluster, PersistentVolumeClaim claim) {
        ClaimBindingFinding finding = ClaimFindings.of(cluster, claim);
        Evidence prospects = finding.accept(new EvidenceByFinding(cluster, claim));
        return new ClaimExplanation(
                finding,
                deletion(cluster, claim),
                prospects.named(),
                prospects.volumes(),
                prospects.pods().stream()
                        .flatMap(pod -> cluster.get(pod).stream())
                        .map(pod -> verdict(cluster, pod))
                        .toList(),
                prospects.mentions(),
                (int) cluster.list(Node.KIND).count(),
                KINDS_THAT_MATTER.stream()
                        .filter(kind -> !cluster.isKnown(kind))
                        .toList(),
                new RemedyTrial(cluster, claim.ref()).helpful(prospects.remedies()),
                VolumeDemand.of(claim).contradiction(),
                new Quotes(cluster, claim).of(finding));
    }

    private static Optional<DeletionHold> deletion(Cluster cluster, PersistentVolumeClaim claim) {
        if (!claim.metadata().isBeingDeleted()) {
            return Optional.empty();
        }
        List<Ref<Pod>> pods =
                ClaimUseFindings.holders(cluster, claim).map(Pod::ref).toList();
        return Optional.of(new DeletionHold(pods, claim.metadata().finalizers()));
    }

    private static PodExplanation verdict(Cluster cluster, Pod pod) {
        Optional<String> message =
                pod.condition("PodScheduled").map(PodCondition::message).filter(text -> !text.isEmpty());
        return new PodExplanation(PodFindings.of(cluster, pod), message);
    }
}
