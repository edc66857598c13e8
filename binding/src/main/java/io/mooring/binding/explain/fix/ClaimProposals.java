package io.mooring.binding.explain.fix;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
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
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may bind a claim, depending on what the binder found; the cheapest first.
 *
 * @param asked the claims and pods that are being helped: a claim waits for a pod, and the pod for its claims
 */
record ClaimProposals(Cluster cluster, PersistentVolumeClaim claim, Set<Ref<?>> asked)
        implements ClaimBindingFinding.Cases<List<Proposal>> {

    /** What may help the claim, for those who help what waits for it. */
    static List<Proposal> of(Cluster cluster, Ref<PersistentVolumeClaim> ref, Set<Ref<?>> asked) {
        return cluster.get(ref)
                .filter(claim -> !asked.contains(ref))
                .map(claim -> ClaimFindings.of(cluster, claim)
                        .accept(new ClaimProposals(
                                cluster,
                                claim,
                                Stream.concat(asked.stream(), Stream.of(ref)).collect(Collectors.toSet()))))
                .orElse(List.of());
    }

    /** It has its volume, or gets it without anybody's doing. */
    @Override
    public List<Proposal> boundTo(BoundTo finding) {
        return List.of();
    }

    @Override
    public List<Proposal> volumeFound(VolumeFound finding) {
        return List.of();
    }

    @Override
    public List<Proposal> defaultClassAppeared(DefaultClassAppeared finding) {
        return List.of();
    }

    /** What would help depends on what is not known. */
    @Override
    public List<Proposal> notKnown(NotKnown finding) {
        return List.of();
    }

    /** The name of a volume that still holds it; else it forgets that it was bound. */
    @Override
    public List<Proposal> nameLost(NameLost finding) {
        Stream<Proposal> names = VolumeIndexes.VOLUMES_BY_CLAIM
                .find(cluster, claim.ref())
                .filter(volume -> volume.isHeldBy(claim))
                .map(this::naming);
        return Stream.concat(names, renewals().renewal().stream()).toList();
    }

    private Proposal naming(PersistentVolume volume) {
        String name = volume.metadata().name();
        JsonObject patch = JsonObject.of("spec", JsonObject.of("volumeName", new JsonString(name)));
        String purpose = "set the volumeName of claim " + claim.ref().qualifiedName() + " to " + name;
        return Proposal.of(new Edit.Patch(claim.ref(), patch, purpose), Fix.Cost.FIELD);
    }

    @Override
    public List<Proposal> volumeLost(VolumeLost finding) {
        Proposal again = new VolumeAdditions(cluster, claim)
                .again(
                        finding.volume(),
                        "its data are there only if its source is the storage of the volume that is gone");
        return Stream.concat(Stream.of(again), renewals().renewal().stream()).toList();
    }

    /** The volume is kept for another, or for a claim of this name that was there before. */
    @Override
    public List<Proposal> misbound(Misbound finding) {
        PersistentVolume volume = cluster.get(finding.volume()).orElseThrow();
        List<Proposal> edits = volume.isReservedFor(claim)
                ? List.of(VolumeEdits.proposal(volume, List.of(VolumeChange.hold(volume, claim))))
                : new VolumeEdits(cluster, claim).ofNamed(volume);
        return Stream.concat(edits.stream(), renewals().renewal().stream()).toList();
    }

    @Override
    public List<Proposal> namedVolumeMissing(NamedVolumeMissing finding) {
        return Stream.concat(
                        Stream.of(new VolumeAdditions(cluster, claim).named(finding.volume())),
                        renewals().renewal().stream())
                .toList();
    }

    @Override
    public List<Proposal> namedVolumeUnfit(NamedVolumeUnfit finding) {
        return named(finding.volume());
    }

    @Override
    public List<Proposal> namedVolumeTaken(NamedVolumeTaken finding) {
        return named(finding.volume());
    }

    @Override
    public List<Proposal> chosenVolumeTaken(ChosenVolumeTaken finding) {
        return named(finding.volume());
    }

    private List<Proposal> named(Ref<PersistentVolume> named) {
        PersistentVolume volume = cluster.get(named).orElseThrow();
        return Stream.of(
                        new VolumeEdits(cluster, claim).ofMistaken(volume),
                        new VolumeEdits(cluster, claim).ofNamed(volume),
                        renewals().likeNamed(volume),
                        renewals().renewal().stream().toList())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Proposal> noClass(NoClass finding) {
        return Stream.of(someVolume(), renewals().withOtherClasses())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Proposal> classMissing(ClassMissing finding) {
        return Stream.of(
                        someVolume(),
                        new ClassAdditions(cluster).of(finding.storageClass()),
                        renewals().withOtherClasses())
                .flatMap(List::stream)
                .toList();
    }

    /** The volume is on its way, unless the claim asks for one by its labels: then provisioners make none. */
    @Override
    public List<Proposal> awaitsProvisioner(AwaitsProvisioner finding) {
        return claim.spec().selector().isEmpty()
                ? List.of()
                : Stream.concat(someVolume().stream(), renewals().withoutSelector().stream())
                        .distinct()
                        .toList();
    }

    @Override
    public List<Proposal> hostPathRefused(HostPathRefused finding) {
        return someVolumeOrOtherClass();
    }

    @Override
    public List<Proposal> pluginMissing(PluginMissing finding) {
        return someVolumeOrOtherClass();
    }

    @Override
    public List<Proposal> pluginCannotProvision(PluginCannotProvision finding) {
        return someVolumeOrOtherClass();
    }

    private List<Proposal> someVolumeOrOtherClass() {
        return Stream.of(someVolume(), renewals().withOtherClasses())
                .flatMap(List::stream)
                .toList();
    }

    /** One of the volumes that are there, after a change to it or to the claim, or a new one. */
    private List<Proposal> someVolume() {
        if (VolumeDemand.of(claim).contradiction().isPresent()) {
            return renewals().withoutSelector().stream().toList();
        }
        VolumeEdits edits = new VolumeEdits(cluster, claim);
        List<VolumeEdits.Verdict> nearest = edits.nearest();
        return Stream.of(
                        edits.of(nearest),
                        new VolumeAdditions(cluster, claim).some(),
                        renewals().likeNearest(nearest))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Proposal> noConsumer(NoConsumer finding) {
        return new ConsumerAdditions(cluster, claim).proposals();
    }

    /** What helps the first pod that it waits for, and so the claim; a volume, if a node lacks one for it. */
    @Override
    public List<Proposal> consumersNotScheduled(ConsumersNotScheduled finding) {
        Stream<Proposal> ofPods =
                finding.pods().stream().limit(1).flatMap(pod -> PodProposals.of(cluster, pod, asked).stream());
        return finding.pods().stream().anyMatch(this::lacksVolume)
                ? Stream.concat(someVolume().stream(), ofPods).toList()
                : ofPods.toList();
    }

    private boolean lacksVolume(Ref<Pod> pod) {
        return cluster.get(pod).map(found -> PodFindings.of(cluster, found)).stream()
                .filter(PodFinding.FitsNowhere.class::isInstance)
                .flatMap(finding -> ((PodFinding.FitsNowhere) finding).rejected().stream())
                .flatMap(rejected -> rejected.rejections().stream())
                .anyMatch(rejection -> LackingClaim.of(rejection).equals(Optional.of(claim.ref())));
    }

    private ClaimRenewals renewals() {
        return new ClaimRenewals(cluster, claim);
    }
}
