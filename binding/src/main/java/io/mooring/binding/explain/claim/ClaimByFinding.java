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
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a claim, depending on what the binder finds. */
record ClaimByFinding(Evidence evidence, PersistentVolumeClaim claim)
        implements ClaimBindingFinding.Cases<Explanation> {
    private static final FieldPath VOLUME_NAME = FieldPath.of("spec", "volumeName");

    /** What nobody here will do by himself. */
    private static final String UNTIL_CHANGED = "waits until something changes: ";

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
        PersistentVolume volume = cluster().get(finding.volume()).orElseThrow();
        boolean isDone = claim.isIn(ClaimPhase.BOUND) && volume.isHeldBy(claim);
        return said(
                        isDone ? Outlook.FINE : Outlook.WAITS,
                        (isDone ? "is bound to " : "is about to be bound to ")
                                + finding.volume().name() + ".")
                .withContext(new BoundFacts(cluster(), claim, volume).context());
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
                        UNTIL_CHANGED + "it names volume " + finding.volume().name() + ", and no other will do.")
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
                claim, cluster().get(ref).orElseThrow(), cluster().semantics());
        boolean wasChosen = claim.metadata().hasAnnotation(PersistentVolumeClaim.BOUND_BY_CONTROLLER_ANNOTATION);
        return said(
                        Outlook.BLOCKED,
                        UNTIL_CHANGED
                                + (wasChosen
                                        ? "volume " + ref.name() + " was chosen for it once"
                                        : "it names volume " + ref.name())
                                + ", and no other will do.")
                .withFacts(VolumeFacts.of(cluster(), claim, verdict, volume -> "fits")
                        .facts());
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
        return unmatched(makers().noClass());
    }

    @Override
    public Explanation classMissing(ClassMissing finding) {
        return unmatched(makers().missing(finding));
    }

    @Override
    public Explanation hostPathRefused(HostPathRefused finding) {
        return unmatched(makers().refused(finding));
    }

    @Override
    public Explanation pluginMissing(PluginMissing finding) {
        return unmatched(makers().missing(finding));
    }

    @Override
    public Explanation pluginCannotProvision(PluginCannotProvision finding) {
        return unmatched(makers().incapable(finding));
    }

    private MakerFacts makers() {
        return new MakerFacts(evidence, claim);
    }

    /**
     * It looks among the volumes that there are, and nobody makes one.
     *
     * @param maker why nobody makes one
     */
    private Explanation unmatched(Fact maker) {
        return contradicted().orElseGet(() -> {
            Surveyed surveyed = Surveyed.of(evidence, claim);
            String none = surveyed.volumes() == 0 ? "there is no volume" : "no volume fits";
            return searched(said(Outlook.BLOCKED, UNTIL_CHANGED + none + ", and nobody makes one."), surveyed, maker);
        });
    }

    /** That no volume whatever can have the labels that it asks for. */
    private Optional<Explanation> contradicted() {
        return VolumeDemand.of(claim)
                .contradiction()
                .map(contradiction -> said(Outlook.IMPOSSIBLE, "is impossible as asked: no volume can fit.")
                        .withFacts(List.of(Fact.of(
                                        FactCode.CLAIM_SELECTOR,
                                        claim.ref(),
                                        FieldPath.of("spec", "selector"),
                                        "asks for " + contradiction + " at once, which no labels are")
                                .having(contradiction.toString()))));
    }

    private Explanation searched(Explanation start, Surveyed surveyed, Fact maker) {
        List<Fact> core = CoreFacts.of(claim, surveyed);
        Explanation all = start.withFacts(
                        Stream.concat(core.stream(), Stream.of(maker)).toList())
                .withCandidates(
                        surveyed.nearest().candidates(), surveyed.nearest().others());
        return core.size() < 2 ? all : all.withConclusion(conflict(0, core.size()));
    }

    /** {@code No volume meets 1, 2 and 3 at once.} */
    private static String conflict(int before, int count) {
        StringBuilder text = new StringBuilder("No volume meets ").append(before + 1);
        for (int number = before + 2; number < before + count; number++) {
            text.append(", ").append(number);
        }
        return text.append(" and ").append(before + count).append(" at once.").toString();
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
        Fact unused = Fact.of(FactCode.CLAIM_CONSUMER, claim.ref(), FieldPath.ROOT, "is used by no pod");
        String className = finding.storageClass().name();
        return contradicted()
                .or(() -> neverMade(finding.storageClass()))
                .orElseGet(() -> said(
                                Outlook.WAITS,
                                "waits as intended for a pod that uses it: class \"" + className
                                        + "\" binds when the first one is scheduled.")
                        .withFacts(Stream.concat(Stream.of(unused), mentions().stream())
                                .toList())
                        .withContext(Stream.concat(
                                        together(toCome(finding.storageClass())).stream(),
                                        makers().nobody(finding.storageClass()).stream())
                                .toList()));
    }

    /** What will stand in the way when a pod comes. */
    private List<Fact> toCome(Ref<StorageClass> storageClass) {
        return isMade(storageClass)
                ? makers().nowhere(storageClass).stream().toList()
                : CoreFacts.of(claim, Surveyed.of(evidence, claim));
    }

    /** Context has no numbers to refer to. */
    private static List<Fact> together(List<Fact> facts) {
        if (facts.size() < 2) {
            return facts;
        }
        Fact first = facts.get(0);
        String all = facts.stream().map(Fact::text).collect(Collectors.joining(" and "));
        return List.of(Fact.of(first.code(), first.object(), first.field(), all + ", and no volume meets all of that"));
    }

    private boolean isMade(Ref<StorageClass> storageClass) {
        return cluster()
                .get(storageClass)
                .filter(found -> !found.provisioner().equals(StorageClass.NO_PROVISIONER))
                .isPresent();
    }

    /** That no volume that there is fits, and that its class allows new ones nowhere. */
    private Optional<Explanation> neverMade(Ref<StorageClass> storageClass) {
        if (!isMade(storageClass)
                || !makers().isImpossible(storageClass)
                || Surveyed.of(evidence, claim).isServed()) {
            return Optional.empty();
        }
        return Optional.of(said(Outlook.IMPOSSIBLE, "is impossible as asked: its class allows volumes nowhere.")
                .withFacts(makers().nowhere(storageClass).stream().toList()));
    }

    /** The scheduler, which selects the claim's node, is not asked for such pods. */
    private Explanation placedByHand(List<Pod> pods) {
        return said(
                        Outlook.BLOCKED,
                        UNTIL_CHANGED
                                + "the scheduler has to select a node for it, and every pod that uses it bypassed the scheduler.")
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
        return contradicted().or(() -> neverMade(finding.storageClass())).orElseGet(() -> unscheduled(finding));
    }

    private Explanation unscheduled(ConsumersNotScheduled finding) {
        List<Pod> pods = finding.pods().stream()
                .flatMap(pod -> cluster().get(pod).stream())
                .toList();
        Surveyed surveyed = Surveyed.of(evidence, claim);
        boolean isWithoutNodes = cluster().isKnown(Node.KIND)
                && cluster().list(Node.KIND).findAny().isEmpty();
        Outlook outlook = outlook(pods);
        List<Fact> placements =
                pods.stream().limit(MOST_PODS).map(this::placement).toList();
        List<Fact> toCome = toCome(finding.storageClass());
        String headline = outlook == Outlook.BLOCKED
                ? UNTIL_CHANGED + "it gets a volume when a pod that uses it is scheduled, and "
                        + (isWithoutNodes ? "there is no node." : "none is.")
                : "waits for a pod that uses it to be scheduled" + (isWithoutNodes ? ", and there is no node." : ".");
        Explanation all = said(outlook, headline)
                .withFacts(Stream.concat(placements.stream(), toCome.stream()).toList())
                .withCandidates(
                        surveyed.nearest().candidates(), surveyed.nearest().others());
        Explanation told =
                all.withContext(makers().nobody(finding.storageClass()).stream().toList());
        return toCome.size() < 2 ? told : told.withConclusion(conflict(placements.size(), toCome.size()));
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
        Nearest nearest = Surveyed.of(evidence, claim).nearest();
        return provisioning(finding).withCandidates(nearest.candidates(), nearest.others());
    }

    private Explanation provisioning(AwaitsProvisioner finding) {
        MakerFacts makers = makers();
        String name = finding.provisioner();
        Ref<StorageClass> storageClass = finding.storageClass();
        List<Fact> obstacles = Stream.concat(makers.nowhere(storageClass).stream(), makers.obstacle(finding).stream())
                .toList();
        Optional<Explanation> never = neverMade(storageClass);
        if (never.isPresent()) {
            return never.get();
        }
        boolean wasRefused = new Quotes(evidence, claim).lastWarning(name).isPresent();
        if (wasRefused || (!obstacles.isEmpty() && !cluster().isOpened())) {
            Fact asked = makers.provisioner(storageClass, name, wasRefused ? "which refused" : "which would refuse");
            return said(Outlook.BLOCKED, UNTIL_CHANGED + name + " makes no volume for it.")
                    .withFacts(
                            Stream.concat(obstacles.stream(), Stream.of(asked)).toList());
        }
        Optional<PersistentVolume> tooSmall = madeTooSmall();
        if (tooSmall.isPresent()) {
            return said(
                            Outlook.BLOCKED,
                            UNTIL_CHANGED + name + " has made a volume for it that is too small, and makes no other.")
                    .withFacts(List.of(makers.provisioner(
                            storageClass,
                            name,
                            "which made " + tooSmall.get().metadata().name())));
        }
        if (makers.isHere(name)) {
            return said(Outlook.WAITS, "waits as intended for " + name + " to make a volume.")
                    .withFacts(List.of(makers.provisioner(storageClass, name, "which was asked")));
        }
        return nobodyHere(finding)
                .withContext(
                        Stream.concat(goneNode().stream(), obstacles.stream()).toList());
    }

    /** Where there is a volume of that name already, no provisioner is asked again. */
    private Optional<PersistentVolume> madeTooSmall() {
        return cluster()
                .get(claim.provisionedVolume())
                .filter(volume -> volume.isReservedFor(claim)
                        && volume.storageCapacity().compareTo(claim.requestedStorage()) < 0);
    }

    /** The provisioner takes the choice back where it runs; the scheduler does not. */
    private Optional<Fact> goneNode() {
        return claim.selectedNode()
                .filter(node ->
                        cluster().isKnown(Node.KIND) && cluster().get(node).isEmpty())
                .map(node -> Fact.of(
                                FactCode.NODE_MISSING,
                                claim.ref(),
                                FieldPath.of("metadata", "annotations")
                                        .key(PersistentVolumeClaim.SELECTED_NODE_ANNOTATION),
                                "is to get its volume for node " + node.name()
                                        + ", which does not exist: its pods wait until the provisioner, or somebody, takes"
                                        + " the annotation " + PersistentVolumeClaim.SELECTED_NODE_ANNOTATION + " off")
                        .having(node.name()));
    }

    /** In a cluster that was opened somebody may run all the same. */
    private Explanation nobodyHere(AwaitsProvisioner finding) {
        String name = finding.provisioner();
        return cluster().isOpened()
                ? said(
                                Outlook.NOT_KNOWN,
                                "waits for " + name + " to make a volume; whether " + name + " runs is not known.")
                        .withFacts(List.of(makers().provisioner(
                                        finding.storageClass(), name, "of which nothing is taken for granted here")))
                : said(
                                Outlook.BLOCKED,
                                UNTIL_CHANGED + name + " has to make a volume, and nobody of that name runs here.")
                        .withFacts(
                                List.of(makers().provisioner(finding.storageClass(), name, "which does not run here")));
    }

    @Override
    public Explanation notKnown(NotKnown finding) {
        List<ObjectKind<?>> kinds = List.of(finding.gap().kind());
        return said(Outlook.NOT_KNOWN, finding.gap().accept(new GapText(KindText.notInTheDump(kinds))))
                .withFacts(List.of(
                        Fact.of(FactCode.KIND_UNKNOWN, claim.ref(), FieldPath.ROOT, KindText.dependence(kinds))));
    }
}
