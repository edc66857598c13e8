package io.mooring.binding.explain.pod;

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
import io.mooring.meta.Ref;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said of a volume on a node, after the volume's name. */
final class AttachmentText implements AttachmentFinding.Cases<String> {
    @Override
    public String attached(Attached finding) {
        return "is attached";
    }

    @Override
    public String wanted(Wanted finding) {
        return "is about to be attached";
    }

    @Override
    public String unanswered(Unanswered finding) {
        return "is to be attached, and the driver's attacher has not answered yet";
    }

    @Override
    public String refused(Refused finding) {
        return "could not be attached: " + finding.answer();
    }

    @Override
    public String timedOut(TimedOut finding) {
        return "is to be attached, and the attacher of " + finding.driver() + " does not answer";
    }

    @Override
    public String attachedElsewhere(AttachedElsewhere finding) {
        String users = finding.users().isEmpty()
                ? ", where no pod uses it any more and it is not unmounted yet"
                : ", where " + names(finding.users(), Ref::qualifiedName)
                        + (finding.users().size() == 1 ? " uses" : " use") + " it";
        return "is attached to " + names(finding.holders(), Ref::name) + users
                + "; its access modes allow one node at a time";
    }

    @Override
    public String awaitingOther(AwaitingOther finding) {
        return "is on its way to " + finding.other().name()
                + " or away from it; its access modes allow one node at a time";
    }

    @Override
    public String awaitingUnmount(AwaitingUnmount finding) {
        return "is no longer used here, and not unmounted yet";
    }

    @Override
    public String unused(Unused finding) {
        return "is no longer used here, and about to be detached";
    }

    @Override
    public String detaching(Detaching finding) {
        return "is being detached";
    }

    private static String names(List<? extends Ref<?>> refs, Function<Ref<?>, String> name) {
        return refs.stream().map(name).collect(Collectors.joining(", "));
    }
}
