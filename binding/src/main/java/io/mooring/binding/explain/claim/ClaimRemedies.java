package io.mooring.binding.explain.claim;

import io.mooring.binding.control.volume.VolumeIndexes;
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
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may bind a claim, to be tried; the smallest change first. */
record ClaimRemedies(Cluster cluster, PersistentVolumeClaim claim) implements ClaimBindingFinding.Cases<List<Remedy>> {
    @Override
    public List<Remedy> boundTo(BoundTo finding) {
        return List.of();
    }

    @Override
    public List<Remedy> nameLost(NameLost finding) {
        return List.of();
    }

    @Override
    public List<Remedy> volumeLost(VolumeLost finding) {
        return List.of();
    }

    @Override
    public List<Remedy> misbound(Misbound finding) {
        return List.of();
    }

    @Override
    public List<Remedy> namedVolumeMissing(NamedVolumeMissing finding) {
        return List.of(Remedy.NewVolume.named(finding.volume(), claim));
    }

    @Override
    public List<Remedy> namedVolumeUnfit(NamedVolumeUnfit finding) {
        return namedVolume(finding.volume());
    }

    @Override
    public List<Remedy> namedVolumeTaken(NamedVolumeTaken finding) {
        return namedVolume(finding.volume());
    }

    @Override
    public List<Remedy> chosenVolumeTaken(ChosenVolumeTaken finding) {
        return namedVolume(finding.volume());
    }

    private List<Remedy> namedVolume(Ref<PersistentVolume> volume) {
        return edits(List.of(VolumeVerdict.named(claim, cluster.get(volume).orElseThrow())));
    }

    @Override
    public List<Remedy> volumeFound(VolumeFound finding) {
        return List.of();
    }

    @Override
    public List<Remedy> defaultClassAppeared(DefaultClassAppeared finding) {
        return List.of();
    }

    @Override
    public List<Remedy> noClass(NoClass finding) {
        return someVolume();
    }

    /** None where something is there that would make the pod, if it wanted one. */
    @Override
    public List<Remedy> noConsumer(NoConsumer finding) {
        Optional<Pod> placed = VolumeIndexes.PODS_BY_CLAIM
                .find(cluster, claim.ref())
                .filter(pod -> pod.isPlaced() && !pod.isTerminated())
                .findFirst();
        if (placed.isPresent()) {
            return List.of(Remedy.NewPod.insteadOf(placed.get(), claim));
        }
        boolean hasMaker = cluster.allIn(claim.metadata().namespace())
                .anyMatch(object -> PodMakers.usesClaim(object, claim.metadata().name()));
        return hasMaker ? List.of() : List.of(Remedy.NewPod.using(claim));
    }

    @Override
    public List<Remedy> consumersNotScheduled(ConsumersNotScheduled finding) {
        return Stream.concat(edits(verdicts()).stream(), additions().limit(1)).toList();
    }

    @Override
    public List<Remedy> classMissing(ClassMissing finding) {
        return someVolume();
    }

    /** The volume is on its way. */
    @Override
    public List<Remedy> awaitsProvisioner(AwaitsProvisioner finding) {
        return List.of();
    }

    @Override
    public List<Remedy> hostPathRefused(HostPathRefused finding) {
        return someVolume();
    }

    @Override
    public List<Remedy> pluginMissing(PluginMissing finding) {
        return someVolume();
    }

    @Override
    public List<Remedy> pluginCannotProvision(PluginCannotProvision finding) {
        return someVolume();
    }

    /** What would help depends on what is not known. */
    @Override
    public List<Remedy> notKnown(NotKnown finding) {
        return List.of();
    }

    /** One of the volumes that are there, after a change to it, or a new one, reserved where other claims would get it first. */
    private List<Remedy> someVolume() {
        return Stream.concat(edits(verdicts()).stream(), additions()).toList();
    }

    private Stream<Remedy> additions() {
        return VolumeDemand.of(claim).contradiction().isPresent()
                ? Stream.empty()
                : Stream.of(Remedy.NewVolume.free(cluster, claim), Remedy.NewVolume.reserved(cluster, claim));
    }

    private List<VolumeVerdict> verdicts() {
        return new Survey(cluster, claim).verdicts();
    }

    private List<Remedy> edits(List<VolumeVerdict> verdicts) {
        return new VolumeEdits(cluster, claim).of(verdicts);
    }
}
