package io.mooring.binding.explain.surroundings;

import io.mooring.binding.control.attach.AttachmentFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.pod.AttachmentStanding;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.VolumeAttachment;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;

/** Where a volume is attached, or why it is not yet. */
public final class AttachmentExplainer {
    private AttachmentExplainer() {}

    public static Explanation explain(Cluster cluster, VolumeAttachment attachment) {
        Optional<AttachmentStanding> standing = attachment.volume().stream()
                .flatMap(volume -> AttachmentFindings.of(cluster, volume).stream())
                .filter(finding -> finding.about().equals(attachment.ref()))
                .flatMap(finding -> AttachmentStanding.of(cluster, finding).stream())
                .findFirst();
        return standing.map(found -> Explanation.of(
                                attachment.ref(), found.outlook(), sentence(attachment, "is on its way"))
                        .withFacts(found.facts()))
                .orElseGet(() -> asItSays(attachment));
    }

    /** Of a node that the controller does not look after, or of a volume that is there. */
    private static Explanation asItSays(VolumeAttachment attachment) {
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

    private static String sentence(VolumeAttachment attachment, String how) {
        String volume =
                attachment.volume().map(found -> "volume " + found.name()).orElse("an inline volume");
        return "of " + volume + " to node " + attachment.node().name() + " " + how + ".";
    }
}
