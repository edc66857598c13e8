package io.mooring.binding.explain.claim;

import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.ClaimMentions;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.fix.PodMakers;
import io.mooring.binding.explain.fix.VolumeDemand;
import io.mooring.binding.explain.pod.PodText;
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
import io.mooring.binding.finding.HostPathRefusal;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said of a claim, depending on what the binder finds. */
record ClaimByFinding(Evidence evidence, PersistentVolumeClaim claim)
        implements ClaimBindingFinding.Cases<Explanation> {
    private static final FieldPath VOLUME_NAME = FieldPath.of("spec", "volumeName");
    private static final FieldPath PROVISIONER = FieldPath.of("provisioner");

    /** More are not listed one by one. */
    private static final int MOST_PODS = 5;

    private Cluster cluster() {
        return evidence.cluster();
    }

    private Explanation said(Outlook outlook, String headline) {
        return Explanation.of(claim.ref(), outlook, headline);
    }

    @Override
    public Explanation boundTo(BoundTo finding) {
        return said(Outlook.FINE, "is bound to " + finding.volume().name() + ".");
    }

    @Override
    public Explanation nameLost(NameLost finding) {
        return said(Outlook.BLOCKED, "is lost: it was bound, and names no volume any more.")
                .withFacts(List.of(
                        Fact.of(FactCode.CLAIM_LOST, claim.ref(), VOLUME_NAME, "was bound, and names no volume")));
    }

    @Override
    public Explanation volumeLost(VolumeLost finding) {
        return said(Outlook.BLOCKED, "is lost: its volume " + finding.volume().name() + " is gone.")
                .withFacts(List.of(
                        Fact.of(FactCode.VOLUME_MISSING, finding.volume(), FieldPath.ROOT, "does not exist any more")));
    }

    @Override
    public Explanation misbound(Misbound finding) {
        return said(
                        Outlook.BLOCKED,
                        "is lost: its volume " + finding.volume().name() + " is there, and is not its own any more.")
                .withFacts(List.of(taken(finding.volume())));
    }

    /** Whose the volume is that it names or had. */
    private Fact taken(Ref<PersistentVolume> ref) {
        PersistentVolume volume = cluster().get(ref).orElseThrow();
        return Fact.of(
                FactCode.VOLUME_TAKEN,
                ref,
                FieldPath.of("spec", "claimRef"),
                "is " + VolumeFindings.of(cluster(), volume).accept(new VolumeText(claim.ref())));
    }

    @Override
    public Explanation namedVolumeMissing(NamedVolumeMissing finding) {
        return said(
                        Outlook.BLOCKED,
                        "is blocked: it names volume " + finding.volume().name() + ", and no other will do.")
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
        VolumeVerdict verdict = VolumeVerdict.named(claim, cluster().get(ref).orElseThrow());
        boolean wasChosen = claim.metadata().hasAnnotation(PersistentVolumeClaim.BOUND_BY_CONTROLLER_ANNOTATION);
        return said(
                        Outlook.BLOCKED,
                        "is blocked: "
                                + (wasChosen
                                        ? "volume " + ref.name() + " was chosen for it once"
                                        : "it names volume " + ref.name())
                                + ", and no other will do.")
                .withFacts(VolumeFacts.of(cluster(), claim, verdict).facts());
    }

    @Override
    public Explanation volumeFound(VolumeFound finding) {
        return said(Outlook.WAITS, "is about to be bound to " + finding.volume().name() + ".")
                .withFacts(List.of(Fact.of(
                        FactCode.VOLUME_FITS, finding.volume(), FieldPath.ROOT, "fits, and nobody else has it")));
    }

    @Override
    public Explanation defaultClassAppeared(DefaultClassAppeared finding) {
        return said(
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
        String text = claim.className().isPresent()
                ? "asks for no class by \"\", so that none is made for it"
                : "names no class, and there is no default class, so that none is made for it";
        return unmatched(Fact.of(FactCode.CLASS_NONE, claim.ref(), CoreFacts.classField(claim), text));
    }

    @Override
    public Explanation classMissing(ClassMissing finding) {
        return unmatched(Fact.of(
                FactCode.CLASS_MISSING,
                finding.storageClass(),
                FieldPath.ROOT,
                "does not exist, so that none is made"));
    }

    @Override
    public Explanation hostPathRefused(HostPathRefused finding) {
        return unmatched(provisioner(
                finding.storageClass(),
                finding.plugin(),
                "which makes none: " + finding.refusal().accept(HostPathText.WORDS)));
    }

    @Override
    public Explanation pluginMissing(PluginMissing finding) {
        return unmatched(provisioner(
                finding.storageClass(),
                finding.plugin(),
                finding.plugin().equals(StorageClass.NO_PROVISIONER)
                        ? "so that its volumes are made by hand"
                        : "which Kubernetes does not have any more"));
    }

    @Override
    public Explanation pluginCannotProvision(PluginCannotProvision finding) {
        return unmatched(provisioner(finding.storageClass(), finding.plugin(), "which makes none"));
    }

    private static Fact provisioner(Ref<StorageClass> storageClass, String name, String what) {
        return Fact.of(
                        FactCode.CLASS_PROVISIONER,
                        storageClass,
                        PROVISIONER,
                        "has the provisioner " + name + ", " + what)
                .having(name);
    }

    /**
     * It looks among the volumes that there are, and none is made.
     *
     * @param maker why none is made
     */
    private Explanation unmatched(Fact maker) {
        Optional<LabelMatcher> contradiction = VolumeDemand.of(claim).contradiction();
        if (contradiction.isPresent()) {
            return contradicted(contradiction.get());
        }
        List<VolumeVerdict> verdicts = verdicts();
        return searched(
                said(Outlook.BLOCKED, "is blocked: " + noVolume(verdicts) + ", and none is made."), verdicts, maker);
    }

    private static String noVolume(List<VolumeVerdict> verdicts) {
        return verdicts.isEmpty() ? "there is no volume" : "no volume fits";
    }

    private Explanation contradicted(LabelMatcher contradiction) {
        return said(Outlook.IMPOSSIBLE, "is impossible as asked: no volume can fit.")
                .withFacts(List.of(Fact.of(
                                FactCode.CLAIM_SELECTOR,
                                claim.ref(),
                                FieldPath.of("spec", "selector"),
                                "asks for " + contradiction + " at once, which no labels are")
                        .having(contradiction.toString())));
    }

    private Explanation searched(Explanation start, List<VolumeVerdict> verdicts, Fact maker) {
        List<Fact> core = CoreFacts.of(claim, verdicts);
        Nearest nearest = Nearest.of(cluster(), claim, verdicts);
        Explanation all = start.withFacts(
                        Stream.concat(core.stream(), Stream.of(maker)).toList())
                .withCandidates(nearest.candidates(), nearest.others());
        return core.size() < 2 ? all : all.withConclusion("No volume meets " + numbers(core.size()) + " at once.");
    }

    /** {@code 1, 2 and 3}. */
    private static String numbers(int count) {
        StringBuilder text = new StringBuilder("1");
        for (int number = 2; number < count; number++) {
            text.append(", ").append(number);
        }
        return text.append(" and ").append(count).toString();
    }

    private List<VolumeVerdict> verdicts() {
        return new Survey(cluster(), claim).verdicts();
    }

    @Override
    public Explanation noConsumer(NoConsumer finding) {
        List<Pod> placed = VolumeIndexes.PODS_BY_CLAIM
                .find(cluster(), claim.ref())
                .filter(pod -> pod.isPlaced() && !pod.isTerminated())
                .toList();
        if (!placed.isEmpty()) {
            return placedByHand(placed);
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(FactCode.CLAIM_CONSUMER, claim.ref(), FieldPath.ROOT, "is used by no pod"));
        facts.addAll(mentions());
        return said(
                        Outlook.WAITS,
                        "waits as intended for a pod that uses it: class \""
                                + finding.storageClass().name() + "\" binds when the first one is scheduled.")
                .withFacts(facts);
    }

    /** The scheduler, which selects the claim's node, is not asked for such pods. */
    private Explanation placedByHand(List<Pod> pods) {
        return said(
                        Outlook.BLOCKED,
                        "is blocked: the scheduler has to select a node for it, and every pod that uses it bypassed the scheduler.")
                .withFacts(pods.stream().limit(MOST_PODS).map(this::placement).toList());
    }

    private Fact placement(Pod pod) {
        return Fact.of(FactCode.POD_PLACEMENT, pod.ref(), FieldPath.of("spec", "nodeName"), PodText.of(cluster(), pod));
    }

    private List<Fact> mentions() {
        String name = claim.metadata().name();
        return cluster()
                .allIn(claim.metadata().namespace())
                .filter(object -> isMaker(object)
                        || PodMakers.wouldUseClaim(object, name)
                        || (object instanceof OtherObject other && ClaimMentions.areIn(other, name)))
                .map(object -> Fact.of(
                        FactCode.CLAIM_MENTIONED,
                        object.ref(),
                        FieldPath.ROOT,
                        "speaks of the claim, and makes no pod here"))
                .toList();
    }

    private boolean isMaker(KubernetesObject object) {
        return PodMakers.usesClaim(object, claim.metadata().name());
    }

    @Override
    public Explanation consumersNotScheduled(ConsumersNotScheduled finding) {
        Optional<LabelMatcher> contradiction = VolumeDemand.of(claim).contradiction();
        if (contradiction.isPresent()) {
            return contradicted(contradiction.get());
        }
        List<Pod> pods = finding.pods().stream()
                .flatMap(pod -> cluster().get(pod).stream())
                .toList();
        List<VolumeVerdict> verdicts = verdicts();
        Nearest nearest = Nearest.of(cluster(), claim, verdicts);
        boolean isWithoutNodes = cluster().isKnown(Node.KIND)
                && cluster().list(Node.KIND).findAny().isEmpty();
        Outlook outlook = outlook(pods);
        String start =
                outlook == Outlook.WAITS ? "waits" : outlook == Outlook.BLOCKED ? "is blocked: it waits" : "waits";
        return said(
                        outlook,
                        start + " for a pod that uses it to be scheduled"
                                + (isWithoutNodes ? ", and there is no node." : "."))
                .withFacts(pods.stream().limit(MOST_PODS).map(this::placement).toList())
                .withCandidates(nearest.candidates(), nearest.others());
    }

    /** As that of the pod that fares best. */
    private Outlook outlook(List<Pod> pods) {
        return pods.stream()
                .map(pod -> outlook(PodFindings.of(cluster(), pod)))
                .min(Outlook::compareTo)
                .orElse(Outlook.WAITS);
    }

    private static Outlook outlook(PodFinding finding) {
        if (finding instanceof PodFinding.NotKnown) {
            return Outlook.NOT_KNOWN;
        }
        return finding instanceof PodFinding.Schedulable || finding instanceof PodFinding.BindingVolumes
                ? Outlook.WAITS
                : Outlook.BLOCKED;
    }

    @Override
    public Explanation awaitsProvisioner(AwaitsProvisioner finding) {
        List<VolumeVerdict> verdicts = verdicts();
        Nearest nearest = Nearest.of(cluster(), claim, verdicts);
        return provisioning(finding).withCandidates(nearest.candidates(), nearest.others());
    }

    private Explanation provisioning(AwaitsProvisioner finding) {
        String name = finding.provisioner();
        boolean isHere = cluster().controllers().all().stream()
                .anyMatch(controller -> controller.name().equals(name));
        if (new Quotes(evidence, claim).lastWarning(name).isPresent()) {
            return said(Outlook.BLOCKED, "is blocked: " + name + " was asked for a volume and refused.")
                    .withFacts(List.of(provisioner(finding.storageClass(), name, "which refused")));
        }
        if (isHere) {
            return said(Outlook.WAITS, "waits as intended for " + name + " to make a volume.")
                    .withFacts(List.of(provisioner(finding.storageClass(), name, "which is asked")));
        }
        return cluster().isOpened()
                ? said(
                                Outlook.NOT_KNOWN,
                                "waits for " + name + " to make a volume; whether " + name + " runs is not known.")
                        .withFacts(
                                List.of(provisioner(finding.storageClass(), name, "of which nothing is assumed here")))
                : said(
                                Outlook.BLOCKED,
                                "is blocked: it waits for " + name
                                        + " to make a volume, and nobody of that name runs here.")
                        .withFacts(List.of(provisioner(finding.storageClass(), name, "which does not run here")));
    }

    @Override
    public Explanation notKnown(NotKnown finding) {
        List<io.mooring.meta.ObjectKind<?>> kinds = List.of(finding.gap().kind());
        return said(Outlook.NOT_KNOWN, finding.gap().accept(new GapText(KindText.notInTheDump(kinds))))
                .withFacts(List.of(Fact.of(
                        FactCode.KIND_UNKNOWN,
                        claim.ref(),
                        FieldPath.ROOT,
                        "depends on " + KindText.plural(finding.gap().kind()) + ", of which nothing is known")));
    }

    private enum HostPathText implements HostPathRefusal.Cases<String> {
        WORDS;

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
