package io.mooring.binding.explain.pod;

import io.mooring.binding.control.attach.AttachmentFindings;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.binding.finding.AttachmentFinding.Attached;
import io.mooring.binding.finding.AttachmentFinding.AttachedElsewhere;
import io.mooring.binding.finding.AttachmentFinding.AwaitingOther;
import io.mooring.binding.finding.AttachmentFinding.AwaitingUnmount;
import io.mooring.binding.finding.AttachmentFinding.Detaching;
import io.mooring.binding.finding.AttachmentFinding.Refused;
import io.mooring.binding.finding.AttachmentFinding.TimedOut;
import io.mooring.binding.finding.AttachmentFinding.Unanswered;
import io.mooring.binding.finding.AttachmentFinding.Unused;
import io.mooring.binding.finding.AttachmentFinding.Wanted;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeError;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A volume that a pod on its node waits for.
 *
 * @param outlook whether it comes by itself
 * @param facts what is to be known of it
 */
public record AttachmentStanding(Outlook outlook, List<Fact> facts) {
    /** More are only counted. */
    private static final int MOST_NAMED = 3;

    private static final String ONE_NODE = "; its access modes allow one node at a time";

    public AttachmentStanding {
        facts = List.copyOf(facts);
    }

    /** Empty if the volume is there. */
    public static Optional<AttachmentStanding> of(Cluster cluster, AttachmentFinding finding) {
        return finding.accept(new ByFinding(cluster));
    }

    private record ByFinding(Cluster cluster) implements AttachmentFinding.Cases<Optional<AttachmentStanding>> {
        private static Optional<AttachmentStanding> standing(
                Outlook outlook, FactCode code, AttachmentFinding finding, String text) {
            return Optional.of(new AttachmentStanding(outlook, List.of(fact(code, finding.volume(), text))));
        }

        private static Fact fact(FactCode code, Ref<PersistentVolume> volume, String text) {
            return Fact.of(code, volume, FieldPath.ROOT, text);
        }

        @Override
        public Optional<AttachmentStanding> attached(Attached finding) {
            return Optional.empty();
        }

        @Override
        public Optional<AttachmentStanding> wanted(Wanted finding) {
            return standing(Outlook.WAITS, FactCode.ATTACHMENT_UNDER_WAY, finding, "is about to be attached");
        }

        @Override
        public Optional<AttachmentStanding> unanswered(Unanswered finding) {
            return standing(
                    Outlook.WAITS,
                    FactCode.ATTACHMENT_UNDER_WAY,
                    finding,
                    "is to be attached, and the driver's attacher has not answered yet");
        }

        @Override
        public Optional<AttachmentStanding> refused(Refused finding) {
            return standing(
                    Outlook.BLOCKED,
                    FactCode.ATTACHMENT_REFUSED,
                    finding,
                    "could not be attached: " + finding.answer());
        }

        @Override
        public Optional<AttachmentStanding> timedOut(TimedOut finding) {
            return standing(
                    Outlook.BLOCKED,
                    FactCode.ATTACHMENT_UNANSWERED,
                    finding,
                    "is to be attached, and the attacher of " + finding.driver() + " does not answer");
        }

        /** It comes by itself where nobody uses it any more over there, or who does is on the way out. */
        @Override
        public Optional<AttachmentStanding> attachedElsewhere(AttachedElsewhere finding) {
            List<Fact> facts = new ArrayList<>();
            facts.add(fact(
                    FactCode.ATTACHMENT_ELSEWHERE,
                    finding.volume(),
                    "is attached to " + Names.of(finding.holders(), MOST_NAMED) + users(finding) + ONE_NODE));
            boolean isStuck = false;
            for (Ref<Node> holder : finding.holders()) {
                Optional<Fact> silence = silence(holder, finding);
                silence.ifPresent(facts::add);
                isStuck |= silence.isPresent() && !finding.users().isEmpty();
            }
            boolean areLeaving = finding.users().stream()
                    .allMatch(user -> cluster.get(user)
                            .filter(found -> found.metadata().isBeingDeleted())
                            .isPresent());
            return Optional.of(new AttachmentStanding(areLeaving && !isStuck ? Outlook.WAITS : Outlook.BLOCKED, facts));
        }

        private static String users(AttachedElsewhere finding) {
            if (finding.users().isEmpty()) {
                return ", where no pod uses it any more and it is not unmounted yet";
            }
            String users = Names.of(finding.users(), MOST_NAMED);
            return ", where " + users + (finding.users().size() == 1 ? " uses" : " use") + " it";
        }

        private static Optional<AttachmentStanding> held(AttachmentFinding finding, Ref<Node> node, String why) {
            return standing(
                    Outlook.BLOCKED,
                    FactCode.ATTACHMENT_HELD,
                    finding,
                    "could not be detached from " + node.name() + ": " + why);
        }

        private Optional<String> detachErrorOn(Ref<Node> node, Ref<PersistentVolume> volume) {
            return VolumeIndexes.ATTACHMENTS_BY_NODE
                    .find(cluster, node.name())
                    .filter(attachment -> attachment.volume().equals(Optional.of(volume)))
                    .flatMap(attachment -> attachment.status().detachError().stream())
                    .map(VolumeError::message)
                    .findFirst();
        }

        /** A node that does not answer does not say that a volume is unmounted. */
        private Optional<Fact> silence(Ref<Node> holder, AttachedElsewhere finding) {
            String next = finding.users().isEmpty()
                    ? "; " + detachment(finding)
                    : "; its pods count as running until somebody deletes them by force or taints the node"
                            + " node.kubernetes.io/out-of-service";
            return cluster.get(holder)
                    .filter(node -> !node.answers())
                    .map(node -> Fact.of(
                            FactCode.NODE_SILENT,
                            holder,
                            FieldPath.of("status", "conditions"),
                            "does not answer" + next));
        }

        private String detachment(AttachedElsewhere finding) {
            return AttachmentFindings.of(cluster, finding.volume()).stream()
                    .filter(AwaitingUnmount.class::isInstance)
                    .map(AwaitingUnmount.class::cast)
                    .findFirst()
                    .map(leaving -> "the volume is taken from it at "
                            + leaving.since().plus(AttachmentFindings.MAX_WAIT_FOR_UNMOUNT)
                            + ", six minutes after its last pod there was gone")
                    .orElse("the volume is taken from it six minutes after its last pod there was gone");
        }

        @Override
        public Optional<AttachmentStanding> awaitingOther(AwaitingOther finding) {
            Optional<String> error = detachErrorOn(finding.other(), finding.volume());
            if (error.isPresent()) {
                return held(finding, finding.other(), error.get() + ONE_NODE);
            }
            return standing(
                    Outlook.WAITS,
                    FactCode.ATTACHMENT_UNDER_WAY,
                    finding,
                    "is on its way to " + finding.other().name() + " or away from it" + ONE_NODE);
        }

        @Override
        public Optional<AttachmentStanding> awaitingUnmount(AwaitingUnmount finding) {
            return standing(
                    Outlook.WAITS,
                    FactCode.ATTACHMENT_UNDER_WAY,
                    finding,
                    "is no longer used here, and not unmounted yet");
        }

        @Override
        public Optional<AttachmentStanding> unused(Unused finding) {
            return standing(
                    Outlook.WAITS,
                    FactCode.ATTACHMENT_UNDER_WAY,
                    finding,
                    "is no longer used here, and about to be detached");
        }

        @Override
        public Optional<AttachmentStanding> detaching(Detaching finding) {
            Optional<String> error = detachErrorOn(finding.node(), finding.volume());
            return error.isPresent()
                    ? held(finding, finding.node(), error.get())
                    : standing(Outlook.WAITS, FactCode.ATTACHMENT_UNDER_WAY, finding, "is being detached");
        }
    }
}
