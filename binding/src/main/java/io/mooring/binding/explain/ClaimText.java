package io.mooring.binding.explain;

import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.finding.ClaimBindingFinding.AwaitsProvisioner;
import io.mooring.binding.finding.ClaimBindingFinding.BoundTo;
import io.mooring.binding.finding.ClaimBindingFinding.ChosenVolumeTaken;
import io.mooring.binding.finding.ClaimBindingFinding.ClassMissing;
import io.mooring.binding.finding.ClaimBindingFinding.ConsumersNotScheduled;
import io.mooring.binding.finding.ClaimBindingFinding.DefaultClassAppeared;
import io.mooring.binding.finding.ClaimBindingFinding.HostPathRefused;
import io.mooring.binding.finding.ClaimBindingFinding.Misbound;
import io.mooring.binding.finding.ClaimBindingFinding.NameLost;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeMissing;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeTaken;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeUnfit;
import io.mooring.binding.finding.ClaimBindingFinding.NoClass;
import io.mooring.binding.finding.ClaimBindingFinding.NoConsumer;
import io.mooring.binding.finding.ClaimBindingFinding.NotKnown;
import io.mooring.binding.finding.ClaimBindingFinding.PluginCannotProvision;
import io.mooring.binding.finding.ClaimBindingFinding.PluginMissing;
import io.mooring.binding.finding.ClaimBindingFinding.VolumeFound;
import io.mooring.binding.finding.ClaimBindingFinding.VolumeLost;
import io.mooring.binding.finding.ClaimGap;
import io.mooring.binding.finding.HostPathRefusal;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.StorageClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the binder found of a claim, in words for a person: the rest of a sentence that begins with the claim's name. */
record ClaimText(ClaimExplanation explanation) implements ClaimBindingFinding.Cases<String> {

    @Override
    public String boundTo(BoundTo finding) {
        return "is bound to " + finding.volume().name() + ".";
    }

    @Override
    public String nameLost(NameLost finding) {
        return "is lost: it was bound, and names no volume any more.";
    }

    @Override
    public String volumeLost(VolumeLost finding) {
        return "is lost: its volume " + finding.volume().name() + " is gone.";
    }

    @Override
    public String misbound(Misbound finding) {
        return "is lost: its volume " + finding.volume().name() + " is there, but " + whose() + ".";
    }

    @Override
    public String namedVolumeMissing(NamedVolumeMissing finding) {
        return waitsFor(finding.volume()) + "there is no such volume.";
    }

    @Override
    public String namedVolumeUnfit(NamedVolumeUnfit finding) {
        return waitsFor(finding.volume()) + finding.mismatch().describe() + ".";
    }

    @Override
    public String namedVolumeTaken(NamedVolumeTaken finding) {
        return waitsFor(finding.volume()) + whose() + ".";
    }

    @Override
    public String chosenVolumeTaken(ChosenVolumeTaken finding) {
        return "waits for " + finding.volume().name() + ", which was chosen for it once: " + whose() + ".";
    }

    @Override
    public String volumeFound(VolumeFound finding) {
        return "is about to be bound to " + finding.volume().name() + ".";
    }

    @Override
    public String defaultClassAppeared(DefaultClassAppeared finding) {
        return "is about to get the default class \"" + finding.storageClass().name() + "\".";
    }

    @Override
    public String noClass(NoClass finding) {
        return waits() + ".";
    }

    @Override
    public String noConsumer(NoConsumer finding) {
        if (!explanation.pods().isEmpty()) {
            return placedByHand();
        }
        return "waits for a pod that uses it: class \"" + finding.storageClass().name()
                + "\" binds when the first one is scheduled.";
    }

    /** The scheduler, which selects the claim's node, is not asked for such pods. */
    private String placedByHand() {
        String pods = explanation.pods().stream()
                .map(pod -> pod.pod().qualifiedName() + " " + PodText.of(pod))
                .collect(Collectors.joining(", "));
        return "waits for the scheduler to select a node for it, and every pod that uses it bypassed the scheduler: "
                + pods + ".";
    }

    @Override
    public String consumersNotScheduled(ConsumersNotScheduled finding) {
        if (explanation.contradiction().isPresent()) {
            return waits() + ".";
        }
        boolean isWithoutNodes =
                explanation.nodes() == 0 && !explanation.unknown().contains(Node.KIND);
        return "waits for a pod that uses it to be scheduled" + (isWithoutNodes ? ", and there is no node." : ".");
    }

    @Override
    public String classMissing(ClassMissing finding) {
        return waits() + ", and there is no class \"" + finding.storageClass().name() + "\" to make one.";
    }

    @Override
    public String awaitsProvisioner(AwaitsProvisioner finding) {
        return "waits for " + finding.provisioner() + " to make a volume.";
    }

    @Override
    public String hostPathRefused(HostPathRefused finding) {
        return waits() + ", and " + finding.plugin() + " makes none: "
                + finding.refusal().accept(new HostPathText()) + ".";
    }

    @Override
    public String pluginMissing(PluginMissing finding) {
        return waits() + madeByHand(finding) + ".";
    }

    @Override
    public String pluginCannotProvision(PluginCannotProvision finding) {
        return waits() + ", and " + finding.plugin() + " makes none.";
    }

    @Override
    public String notKnown(NotKnown finding) {
        return finding.gap()
                .accept(new GapText(KindText.notInTheDump(List.of(finding.gap().kind()))));
    }

    private String waits() {
        Optional<LabelMatcher> contradiction = explanation.contradiction();
        if (contradiction.isPresent()) {
            return "waits: no volume can fit, for its selector asks for " + contradiction.get() + " at once";
        }
        return explanation.volumes().isEmpty() ? "waits: there is no volume" : "waits: no volume fits";
    }

    private static String waitsFor(Ref<PersistentVolume> volume) {
        return "waits for " + volume.name() + ", which it names: ";
    }

    /** Whose the volume is that it names or had. */
    private String whose() {
        return explanation.named().orElseThrow().finding().accept(new VolumeText(explanation.claim()));
    }

    /** Volumes of a class without a provisioner are made by hand; that is no fault. */
    private static String madeByHand(PluginMissing finding) {
        return finding.plugin().equals(StorageClass.NO_PROVISIONER)
                ? ""
                : ", and there is no " + finding.plugin() + " any more to make one";
    }

    /** @param start that nothing is known of the kind */
    private record GapText(String start) implements ClaimGap.Cases<String> {
        @Override
        public String itsVolume(ClaimGap.ItsVolume gap) {
            return "is bound to " + gap.volume().name() + ", as far as is known: " + start + ".";
        }

        @Override
        public String namedVolume(ClaimGap.NamedVolume gap) {
            return cannotBeJudged("whether " + gap.volume().name() + ", which it names, is there and free");
        }

        @Override
        public String volumes(ClaimGap.Volumes gap) {
            return cannotBeJudged("whether a volume fits");
        }

        @Override
        public String itsClass(ClaimGap.ItsClass gap) {
            return cannotBeJudged(
                    "whether class \"" + gap.storageClass().name() + "\" waits for a pod, and who makes its volumes,");
        }

        @Override
        public String defaultClass(ClaimGap.DefaultClass gap) {
            return cannotBeJudged("whether there is a default class");
        }

        @Override
        public String consumers(ClaimGap.Consumers gap) {
            return cannotBeJudged("whether a pod uses it, for which class \""
                    + gap.storageClass().name() + "\" waits,");
        }

        private String cannotBeJudged(String question) {
            return "cannot be judged: " + start + ", and " + question + " is not known.";
        }
    }

    private record HostPathText() implements HostPathRefusal.Cases<String> {
        @Override
        public String dataSourceGiven(HostPathRefusal.DataSourceGiven refusal) {
            return "it cannot copy a data source";
        }

        @Override
        public String mountOptionsGiven(HostPathRefusal.MountOptionsGiven refusal) {
            return "it does not know the mount options " + String.join(", ", refusal.options()) + " of the class";
        }

        @Override
        public String switchedOff(HostPathRefusal.SwitchedOff refusal) {
            return "provisioning is switched off";
        }
    }
}
