package io.mooring.conformance;

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
import java.util.Optional;

/** The reason of the event by which Kubernetes tells each finding of a claim; empty where it tells nothing. */
final class ReasonsOfFindings implements ClaimBindingFinding.Cases<Optional<String>> {

    @Override
    public Optional<String> boundTo(BoundTo finding) {
        return Optional.empty();
    }

    @Override
    public Optional<String> nameLost(NameLost finding) {
        return Optional.of("ClaimLost");
    }

    @Override
    public Optional<String> volumeLost(VolumeLost finding) {
        return Optional.of("ClaimLost");
    }

    @Override
    public Optional<String> misbound(Misbound finding) {
        return Optional.of("ClaimMisbound");
    }

    @Override
    public Optional<String> namedVolumeMissing(NamedVolumeMissing finding) {
        return Optional.empty();
    }

    @Override
    public Optional<String> namedVolumeUnfit(NamedVolumeUnfit finding) {
        return Optional.of("VolumeMismatch");
    }

    @Override
    public Optional<String> namedVolumeTaken(NamedVolumeTaken finding) {
        return Optional.of("FailedBinding");
    }

    @Override
    public Optional<String> chosenVolumeTaken(ChosenVolumeTaken finding) {
        return Optional.of("FailedBinding");
    }

    @Override
    public Optional<String> volumeFound(VolumeFound finding) {
        return Optional.empty();
    }

    @Override
    public Optional<String> defaultClassAppeared(DefaultClassAppeared finding) {
        return Optional.empty();
    }

    @Override
    public Optional<String> noClass(NoClass finding) {
        return Optional.of("FailedBinding");
    }

    @Override
    public Optional<String> noConsumer(NoConsumer finding) {
        return Optional.of("WaitForFirstConsumer");
    }

    @Override
    public Optional<String> consumersNotScheduled(ConsumersNotScheduled finding) {
        return Optional.of("WaitForPodScheduled");
    }

    @Override
    public Optional<String> classMissing(ClassMissing finding) {
        return Optional.of("ProvisioningFailed");
    }

    @Override
    public Optional<String> awaitsProvisioner(AwaitsProvisioner finding) {
        return Optional.of("ExternalProvisioning");
    }

    @Override
    public Optional<String> hostPathRefused(HostPathRefused finding) {
        return Optional.of("ProvisioningFailed");
    }

    @Override
    public Optional<String> pluginMissing(PluginMissing finding) {
        return Optional.of("ProvisioningFailed");
    }

    @Override
    public Optional<String> pluginCannotProvision(PluginCannotProvision finding) {
        return Optional.of("ProvisioningFailed");
    }

    @Override
    public Optional<String> notKnown(NotKnown finding) {
        return Optional.empty();
    }
}
