package io.mooring.binding.explain;

import io.mooring.binding.control.binder.VolumeFindings;
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
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.NamedVolumeRule;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an explanation rests on, depending on what the binder found. */
record EvidenceByFinding(Cluster cluster, PersistentVolumeClaim claim) implements ClaimBindingFinding.Cases<Evidence> {

    @Override
    public Evidence boundTo(BoundTo finding) {
        return Evidence.NONE;
    }

    @Override
    public Evidence nameLost(NameLost finding) {
        return Evidence.NONE;
    }

    @Override
    public Evidence volumeLost(VolumeLost finding) {
        return Evidence.NONE;
    }

    @Override
    public Evidence misbound(Misbound finding) {
        PersistentVolume volume = cluster.get(finding.volume()).orElseThrow();
        return Evidence.named(
                new VolumeExplanation(VolumeFindings.of(cluster, volume), List.of(), Optional.empty()), List.of());
    }

    @Override
    public Evidence namedVolumeMissing(NamedVolumeMissing finding) {
        return Evidence.of(Remedy.NewVolume.named(finding.volume(), claim));
    }

    @Override
    public Evidence namedVolumeUnfit(NamedVolumeUnfit finding) {
        return namedVolume(finding.volume());
    }

    @Override
    public Evidence namedVolumeTaken(NamedVolumeTaken finding) {
        return namedVolume(finding.volume());
    }

    @Override
    public Evidence chosenVolumeTaken(ChosenVolumeTaken finding) {
        return namedVolume(finding.volume());
    }

    /** A volume that the claim names must meet other rules than one that it looks for. */
    private Evidence namedVolume(Ref<PersistentVolume> ref) {
        PersistentVolume volume = cluster.get(ref).orElseThrow();
        Stream<Mismatch> taken = volume.isReservedFor(claim)
                ? Stream.empty()
                : volume.spec().claimRef().stream().map(Mismatch.TakenBy::new);
        Stream<Mismatch> unfit =
                Stream.of(NamedVolumeRule.values()).flatMap(rule -> rule.check(claim, volume).stream());
        VolumeExplanation verdict = new VolumeExplanation(
                VolumeFindings.of(cluster, volume), Stream.concat(taken, unfit).toList(), Optional.empty());
        return Evidence.named(verdict, edits(List.of(verdict)));
    }

    @Override
    public Evidence volumeFound(VolumeFound finding) {
        return Evidence.NONE;
    }

    @Override
    public Evidence defaultClassAppeared(DefaultClassAppeared finding) {
        return Evidence.NONE;
    }

    @Override
    public Evidence noClass(NoClass finding) {
        return someVolume();
    }

    @Override
    public Evidence noConsumer(NoConsumer finding) {
        List<Pod> placed = VolumeIndexes.PODS_BY_CLAIM
                .find(cluster, claim.ref())
                .filter(pod -> pod.isPlaced() && !pod.isTerminated())
                .toList();
        return new Evidence(
                Optional.empty(), List.of(), placed.stream().map(Pod::ref).toList(), mentions(), consumers(placed));
    }

    /** None where something is there that would make the pod, if it wanted one. */
    private List<Remedy> consumers(List<Pod> placed) {
        if (!placed.isEmpty()) {
            return List.of(Remedy.NewPod.insteadOf(placed.get(0), claim));
        }
        boolean hasMaker = cluster.allIn(claim.metadata().namespace()).anyMatch(this::isMaker);
        return hasMaker ? List.of() : List.of(Remedy.NewPod.using(claim));
    }

    private List<Ref<?>> mentions() {
        String name = claim.metadata().name();
        return cluster.allIn(claim.metadata().namespace())
                .filter(object -> isMaker(object)
                        || PodMakers.wouldUseClaim(object, name)
                        || (object instanceof OtherObject other && ClaimMentions.areIn(other, name)))
                .<Ref<?>>map(KubernetesObject::ref)
                .toList();
    }

    private boolean isMaker(KubernetesObject object) {
        return PodMakers.usesClaim(object, claim.metadata().name());
    }

    @Override
    public Evidence consumersNotScheduled(ConsumersNotScheduled finding) {
        List<VolumeExplanation> verdicts = new VolumeExplainer(cluster, claim).verdicts();
        Stream<Remedy> addition = VolumeDemand.of(claim).contradiction().isPresent()
                ? Stream.empty()
                : Stream.of(Remedy.NewVolume.free(cluster, claim));
        return new Evidence(
                Optional.empty(),
                verdicts,
                finding.pods(),
                List.of(),
                Stream.concat(edits(verdicts).stream(), addition).toList());
    }

    @Override
    public Evidence classMissing(ClassMissing finding) {
        return someVolume();
    }

    /** The volume is on its way. */
    @Override
    public Evidence awaitsProvisioner(AwaitsProvisioner finding) {
        return Evidence.of(new VolumeExplainer(cluster, claim).verdicts());
    }

    @Override
    public Evidence hostPathRefused(HostPathRefused finding) {
        return someVolume();
    }

    @Override
    public Evidence pluginMissing(PluginMissing finding) {
        return someVolume();
    }

    @Override
    public Evidence pluginCannotProvision(PluginCannotProvision finding) {
        return someVolume();
    }

    /** What would help depends on what is not known. */
    @Override
    public Evidence notKnown(NotKnown finding) {
        return Evidence.NONE;
    }

    /** One of the volumes that are there, after a change to it, or a new one, reserved where other claims would get it first. */
    private Evidence someVolume() {
        List<VolumeExplanation> verdicts = new VolumeExplainer(cluster, claim).verdicts();
        Stream<Remedy> additions = VolumeDemand.of(claim).contradiction().isPresent()
                ? Stream.empty()
                : Stream.of(Remedy.NewVolume.free(cluster, claim), Remedy.NewVolume.reserved(cluster, claim));
        return new Evidence(
                Optional.empty(),
                verdicts,
                List.of(),
                List.of(),
                Stream.concat(edits(verdicts).stream(), additions).toList());
    }

    private List<Remedy> edits(List<VolumeExplanation> verdicts) {
        return new VolumeEdits(cluster, claim).of(verdicts);
    }
}
