package io.mooring.binding.explain;

import io.mooring.binding.control.binder.VolumeFindings;
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
import io.mooring.binding.finding.ClaimBindingFinding.PluginCannotProvision;
import io.mooring.binding.finding.ClaimBindingFinding.PluginMissing;
import io.mooring.binding.finding.ClaimBindingFinding.VolumeFound;
import io.mooring.binding.finding.ClaimBindingFinding.VolumeLost;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.NamedVolumeRule;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is worth looking at and trying out, depending on what the binder found. */
record ProspectsByFinding(Cluster cluster, PersistentVolumeClaim claim)
        implements ClaimBindingFinding.Cases<Prospects> {

    @Override
    public Prospects boundTo(BoundTo finding) {
        return Prospects.NONE;
    }

    @Override
    public Prospects nameLost(NameLost finding) {
        return Prospects.NONE;
    }

    @Override
    public Prospects volumeLost(VolumeLost finding) {
        return Prospects.NONE;
    }

    @Override
    public Prospects misbound(Misbound finding) {
        PersistentVolume volume = cluster.get(finding.volume()).orElseThrow();
        return Prospects.named(
                new VolumeVerdict(VolumeFindings.of(cluster, volume), List.of(), Optional.empty()), List.of());
    }

    @Override
    public Prospects namedVolumeMissing(NamedVolumeMissing finding) {
        return Prospects.of(Remedy.NewVolume.named(finding.volume(), claim));
    }

    @Override
    public Prospects namedVolumeUnfit(NamedVolumeUnfit finding) {
        return namedVolume(finding.volume());
    }

    @Override
    public Prospects namedVolumeTaken(NamedVolumeTaken finding) {
        return namedVolume(finding.volume());
    }

    @Override
    public Prospects chosenVolumeTaken(ChosenVolumeTaken finding) {
        return namedVolume(finding.volume());
    }

    /** A volume that the claim names is held against other rules than one that it looks for. */
    private Prospects namedVolume(Ref<PersistentVolume> ref) {
        PersistentVolume volume = cluster.get(ref).orElseThrow();
        Stream<Mismatch> taken = volume.isReservedFor(claim)
                ? Stream.empty()
                : volume.spec().claimRef().stream().map(Mismatch.TakenBy::new);
        Stream<Mismatch> unfit =
                Stream.of(NamedVolumeRule.values()).flatMap(rule -> rule.check(claim, volume).stream());
        VolumeVerdict verdict = new VolumeVerdict(
                VolumeFindings.of(cluster, volume), Stream.concat(taken, unfit).toList(), Optional.empty());
        return Prospects.named(verdict, edits(List.of(verdict)));
    }

    @Override
    public Prospects volumeFound(VolumeFound finding) {
        return Prospects.NONE;
    }

    @Override
    public Prospects defaultClassAppeared(DefaultClassAppeared finding) {
        return Prospects.NONE;
    }

    @Override
    public Prospects noClass(NoClass finding) {
        return someVolume();
    }

    @Override
    public Prospects noConsumer(NoConsumer finding) {
        return Prospects.of(Remedy.NewPod.using(claim));
    }

    @Override
    public Prospects consumersNotScheduled(ConsumersNotScheduled finding) {
        List<VolumeVerdict> verdicts = new VolumeLook(cluster, claim).verdicts();
        Stream<Remedy> addition = Stream.of(Remedy.NewVolume.free(cluster, claim));
        return new Prospects(
                Optional.empty(),
                verdicts,
                finding.pods(),
                Stream.concat(edits(verdicts).stream(), addition).toList());
    }

    @Override
    public Prospects classMissing(ClassMissing finding) {
        return someVolume();
    }

    /** The volume is on its way. */
    @Override
    public Prospects awaitsProvisioner(AwaitsProvisioner finding) {
        return Prospects.of(new VolumeLook(cluster, claim).verdicts());
    }

    @Override
    public Prospects hostPathRefused(HostPathRefused finding) {
        return someVolume();
    }

    @Override
    public Prospects pluginMissing(PluginMissing finding) {
        return someVolume();
    }

    @Override
    public Prospects pluginCannotProvision(PluginCannotProvision finding) {
        return someVolume();
    }

    /** One of the volumes that are there, after a change to it, or one more; others may be ahead. */
    private Prospects someVolume() {
        List<VolumeVerdict> verdicts = new VolumeLook(cluster, claim).verdicts();
        Stream<Remedy> additions =
                Stream.of(Remedy.NewVolume.free(cluster, claim), Remedy.NewVolume.reserved(cluster, claim));
        return new Prospects(
                Optional.empty(),
                verdicts,
                List.of(),
                Stream.concat(edits(verdicts).stream(), additions).toList());
    }

    private List<Remedy> edits(List<VolumeVerdict> verdicts) {
        return new VolumeEdits(cluster, claim).of(verdicts);
    }
}
