package io.mooring.binding.explain.surroundings;

import io.mooring.binding.control.attach.AttachmentFindings;
import io.mooring.binding.control.volume.StorageFinalizers;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.pod.AttachmentStanding;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeError;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a volume is attached, or why it is not yet. */
public final class AttachmentExplainer {
    /** More are only counted. */
    private static final int MOST_PODS = 3;

    private AttachmentExplainer() {}

    public static Explanation explain(Cluster cluster, VolumeAttachment attachment) {
        Optional<AttachmentStanding> standing = attachment.volume().stream()
                .flatMap(volume -> AttachmentFindings.of(cluster, volume).stream())
                .filter(finding -> finding.about().equals(attachment.ref()))
                .flatMap(finding -> AttachmentStanding.of(cluster, finding).stream())
                .findFirst();
        List<Ref<Pod>> users = users(cluster, attachment);
        Explanation explanation = standing.map(
                        found -> Explanation.of(attachment.ref(), found.outlook(), sentence(attachment, how(found)))
                                .withFacts(found.facts()))
                .orElseGet(() -> asItSays(attachment));
        return users.isEmpty() ? explanation : explanation.withContext(List.of(usage(attachment, users)));
    }

    /** Whether the pods that wait for the volume say it of the attachment already. */
    public static boolean isToldWithPods(Cluster cluster, VolumeAttachment attachment) {
        boolean isHeldByOthers = attachment.metadata().finalizers().stream()
                .anyMatch(finalizer -> !finalizer.startsWith(StorageFinalizers.ATTACHER_PREFIX));
        return !isHeldByOthers
                && attachment.volume().stream()
                        .flatMap(volume -> AttachmentFindings.of(cluster, volume).stream())
                        .anyMatch(finding -> isToldBy(finding, cluster, attachment));
    }

    private static boolean isToldBy(AttachmentFinding finding, Cluster cluster, VolumeAttachment attachment) {
        boolean isMeant = finding instanceof AttachmentFinding.AwaitingOther waiting
                ? waiting.other().equals(attachment.node())
                : finding instanceof AttachmentFinding.AttachedElsewhere elsewhere
                        ? elsewhere.holders().contains(attachment.node())
                        : finding.about().equals(attachment.ref());
        return isMeant && users(cluster, finding.volume(), finding.node()).anyMatch(pod -> !pod.isReady());
    }

    private static String how(AttachmentStanding standing) {
        return standing.outlook() == Outlook.WAITS ? "is on its way" : "does not get on";
    }

    private static List<Ref<Pod>> users(Cluster cluster, VolumeAttachment attachment) {
        return attachment.volume().stream()
                .flatMap(volume -> users(cluster, volume, attachment.node()))
                .map(Pod::ref)
                .sorted()
                .toList();
    }

    private static Stream<Pod> users(Cluster cluster, Ref<PersistentVolume> volume, Ref<Node> node) {
        return cluster.get(volume).flatMap(PersistentVolume::claim).stream()
                .flatMap(claim -> VolumeIndexes.PODS_BY_CLAIM.find(cluster, claim))
                .filter(pod -> pod.spec().nodeName().equals(node.name()) && !pod.isTerminated());
    }

    private static Fact usage(VolumeAttachment attachment, List<Ref<Pod>> users) {
        return Fact.of(
                FactCode.ATTACHMENT_USERS,
                attachment.ref(),
                FieldPath.ROOT,
                "is for " + Names.withKinds(users, MOST_PODS));
    }

    /** Of a node that the controller does not look after, or of a volume that is there. */
    private static Explanation asItSays(VolumeAttachment attachment) {
        Optional<Fact> error = error(attachment);
        if (error.isPresent()) {
            return Explanation.of(attachment.ref(), Outlook.BLOCKED, sentence(attachment, "does not get on"))
                    .withFacts(List.of(error.get()));
        }
        boolean isAttached = attachment.isAttached();
        Fact fact = Fact.of(
                FactCode.ATTACHMENT_UNDER_WAY,
                attachment.ref(),
                FieldPath.of("status", "attached"),
                isAttached
                        ? "is attached by " + attachment.spec().attacher()
                        : "is left to " + attachment.spec().attacher() + " to attach");
        return Explanation.of(
                        attachment.ref(),
                        isAttached ? Outlook.FINE : Outlook.WAITS,
                        sentence(attachment, isAttached ? "is attached" : "is not attached yet"))
                .withFacts(List.of(fact));
    }

    /** What the attacher said last of a step that it could not do. */
    private static Optional<Fact> error(VolumeAttachment attachment) {
        Optional<String> detaching = attachment.status().detachError().map(VolumeError::message);
        if (detaching.isPresent()) {
            return Optional.of(Fact.of(
                    FactCode.ATTACHMENT_HELD,
                    attachment.ref(),
                    FieldPath.of("status", "detachError"),
                    "could not be detached: " + detaching.get()));
        }
        return attachment
                .status()
                .attachError()
                .filter(error -> !attachment.isAttached())
                .map(error -> Fact.of(
                        FactCode.ATTACHMENT_REFUSED,
                        attachment.ref(),
                        FieldPath.of("status", "attachError"),
                        "could not be attached: " + error.message()));
    }

    private static String sentence(VolumeAttachment attachment, String how) {
        String volume =
                attachment.volume().map(found -> "volume " + found.name()).orElse("an inline volume");
        return "of " + volume + " to node " + attachment.node().name() + " " + how + ".";
    }
}
