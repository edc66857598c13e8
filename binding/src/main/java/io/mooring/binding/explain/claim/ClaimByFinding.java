package io.mooring.binding.explain.claim;

import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.VolumeText;
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
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.stream.Stream;

/** What is said of a claim(), depending on what the binder finds. */
record ClaimByFinding(ClaimPhrases phrases) implements ClaimBindingFinding.Cases<Explanation> {
    private static final FieldPath VOLUME_NAME = FieldPath.of("spec", "volumeName");

    private PersistentVolumeClaim claim() {
        return phrases.claim();
    }

    @Override
    public Explanation boundTo(BoundTo finding) {
        PersistentVolume volume = phrases.cluster().get(finding.volume()).orElseThrow();
        boolean isDone = claim().isIn(ClaimPhase.BOUND) && volume.isHeldBy(claim());
        return phrases.said(
                        isDone ? Outlook.FINE : Outlook.WAITS,
                        (isDone ? "is bound to " : "is about to be bound to ")
                                + finding.volume().name() + ".")
                .withContext(new BoundFacts(phrases.cluster(), claim(), volume).context());
    }

    @Override
    public Explanation nameLost(NameLost finding) {
        return phrases.said(Outlook.BLOCKED, "is lost: it was bound, and names no volume any more.")
                .withFacts(List.of(
                        Fact.of(FactCode.CLAIM_LOST, claim().ref(), VOLUME_NAME, "was bound, and names no volume")));
    }

    @Override
    public Explanation volumeLost(VolumeLost finding) {
        return phrases.said(
                        Outlook.BLOCKED,
                        "is lost: its volume " + finding.volume().name() + " is gone.")
                .withFacts(List.of(
                        Fact.of(FactCode.VOLUME_MISSING, finding.volume(), FieldPath.ROOT, "does not exist any more")));
    }

    @Override
    public Explanation misbound(Misbound finding) {
        return phrases.said(
                        Outlook.BLOCKED,
                        "is lost: its volume " + finding.volume().name() + " is there, and is not its own any more.")
                .withFacts(List.of(taken(finding.volume())));
    }

    /** Whose the volume is that it names or had. */
    private Fact taken(Ref<PersistentVolume> ref) {
        PersistentVolume volume = phrases.cluster().get(ref).orElseThrow();
        return Fact.of(
                FactCode.VOLUME_TAKEN,
                ref,
                FieldPath.of("spec", "claimRef"),
                "is " + VolumeFindings.of(phrases.cluster(), volume).accept(new VolumeText(claim().ref())));
    }

    @Override
    public Explanation namedVolumeMissing(NamedVolumeMissing finding) {
        return phrases.said(
                        Outlook.BLOCKED,
                        ClaimPhrases.UNTIL_CHANGED + "it names volume "
                                + finding.volume().name() + ", and no other will do.")
                .withFacts(
                        List.of(Fact.of(FactCode.VOLUME_MISSING, finding.volume(), FieldPath.ROOT, "does not exist")));
    }

    @Override
    public Explanation namedVolumeUnfit(NamedVolumeUnfit finding) {
        return named(finding.volume());
    }

    @Override
    public Explanation namedVolumeTaken(NamedVolumeTaken finding) {
        return named(finding.volume());
    }

    @Override
    public Explanation chosenVolumeTaken(ChosenVolumeTaken finding) {
        return named(finding.volume());
    }

    private Explanation named(Ref<PersistentVolume> ref) {
        VolumeVerdict verdict = VolumeVerdict.named(
                claim(),
                phrases.cluster().get(ref).orElseThrow(),
                phrases.cluster().semantics());
        boolean wasChosen = claim().metadata().hasAnnotation(PersistentVolumeClaim.BOUND_BY_CONTROLLER_ANNOTATION);
        return phrases.said(
                        Outlook.BLOCKED,
                        ClaimPhrases.UNTIL_CHANGED
                                + (wasChosen
                                        ? "volume " + ref.name() + " was chosen for it once"
                                        : "it names volume " + ref.name())
                                + ", and no other will do.")
                .withFacts(VolumeFacts.of(phrases.cluster(), claim(), verdict, volume -> "fits")
                        .facts());
    }

    @Override
    public Explanation volumeFound(VolumeFound finding) {
        return phrases.said(
                        Outlook.WAITS,
                        "is about to be bound to " + finding.volume().name() + ".")
                .withFacts(List.of(Fact.of(
                        FactCode.VOLUME_FITS, finding.volume(), FieldPath.ROOT, "fits, and nobody else has it")));
    }

    @Override
    public Explanation defaultClassAppeared(DefaultClassAppeared finding) {
        return phrases.said(
                        Outlook.WAITS,
                        "is about to get the default class \""
                                + finding.storageClass().name() + "\".")
                .withFacts(List.of(Fact.of(
                        FactCode.CLASS_DEFAULT,
                        finding.storageClass(),
                        FieldPath.ROOT,
                        "is the default class by now")));
    }

    @Override
    public Explanation noClass(NoClass finding) {
        return unmatched(phrases.makers().noClass());
    }

    @Override
    public Explanation classMissing(ClassMissing finding) {
        return unmatched(phrases.makers().missing(finding));
    }

    @Override
    public Explanation hostPathRefused(HostPathRefused finding) {
        return unmatched(phrases.makers().refused(finding));
    }

    @Override
    public Explanation pluginMissing(PluginMissing finding) {
        return unmatched(phrases.makers().missing(finding));
    }

    @Override
    public Explanation pluginCannotProvision(PluginCannotProvision finding) {
        return unmatched(phrases.makers().incapable(finding));
    }

    /**
     * It looks among the volumes that there are, and nobody makes one.
     *
     * @param maker why nobody makes one
     */
    private Explanation unmatched(Fact maker) {
        return phrases.contradicted().orElseGet(() -> {
            Surveyed surveyed = phrases.surveyed();
            String none = surveyed.volumes() == 0 ? "there is no volume" : "no volume fits";
            return searched(
                    phrases.said(Outlook.BLOCKED, ClaimPhrases.UNTIL_CHANGED + none + ", and nobody makes one."),
                    surveyed,
                    maker);
        });
    }

    private Explanation searched(Explanation start, Surveyed surveyed, Fact maker) {
        List<Fact> core = CoreFacts.of(claim(), surveyed);
        Explanation all = start.withFacts(
                        Stream.concat(core.stream(), Stream.of(maker)).toList())
                .withCandidates(
                        surveyed.nearest().candidates(), surveyed.nearest().others());
        return core.size() < 2 ? all : all.withConclusion(ClaimPhrases.conflict(0, core.size()));
    }

    @Override
    public Explanation noConsumer(NoConsumer finding) {
        return new AwaitingConsumer(phrases).noConsumer(finding);
    }

    @Override
    public Explanation consumersNotScheduled(ConsumersNotScheduled finding) {
        return new AwaitingConsumer(phrases).notScheduled(finding);
    }

    @Override
    public Explanation awaitsProvisioner(AwaitsProvisioner finding) {
        return new AwaitingProvisioner(phrases).of(finding);
    }

    @Override
    public Explanation notKnown(NotKnown finding) {
        List<ObjectKind<?>> kinds = List.of(finding.gap().kind());
        return phrases.said(Outlook.NOT_KNOWN, finding.gap().accept(new GapText(KindText.notInTheDump(kinds))))
                .withFacts(List.of(
                        Fact.of(FactCode.KIND_UNKNOWN, claim().ref(), FieldPath.ROOT, KindText.dependence(kinds))));
    }
}
