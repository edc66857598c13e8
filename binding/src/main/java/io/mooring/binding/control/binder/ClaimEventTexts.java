package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.EventText;
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
import io.mooring.binding.match.NamedVolumeRule;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import java.util.Optional;
import java.util.stream.Collectors;

/** The binder's findings about a claim as events, in Kubernetes' words. Of some findings there is no event. */
public final class ClaimEventTexts implements ClaimBindingFinding.Cases<Optional<EventText>> {
    private static final String PROVISIONING_FAILED = "ProvisioningFailed";
    private static final Optional<EventText> NOTHING = Optional.empty();

    private ClaimEventTexts() {}

    /** The event of this finding, if there is one. */
    public static Optional<EventText> of(ClaimBindingFinding finding) {
        return finding.accept(new ClaimEventTexts());
    }

    @Override
    public Optional<EventText> boundTo(BoundTo finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> nameLost(NameLost finding) {
        return warning("ClaimLost", "Bound claim has lost reference to PersistentVolume. Data on the volume is lost!");
    }

    @Override
    public Optional<EventText> volumeLost(VolumeLost finding) {
        return warning("ClaimLost", "Bound claim has lost its PersistentVolume. Data on the volume is lost!");
    }

    @Override
    public Optional<EventText> misbound(Misbound finding) {
        return warning("ClaimMisbound", "Two claims are bound to the same volume, this one is bound incorrectly");
    }

    @Override
    public Optional<EventText> namedVolumeMissing(NamedVolumeMissing finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> namedVolumeUnfit(NamedVolumeUnfit finding) {
        Ref<PersistentVolume> volume = finding.volume();
        return warning(
                "VolumeMismatch",
                "Cannot bind to requested volume \"" + volume.name() + "\": " + obstacle(volume, finding.rule()));
    }

    /** Models {@code checkVolumeSatisfyClaim}. */
    private static String obstacle(Ref<PersistentVolume> volume, NamedVolumeRule rule) {
        return switch (rule) {
            case NOT_BEING_DELETED -> "the volume is marked for deletion \"" + volume.name() + "\"";
            case CAPACITY -> "requested PV is too small";
            case CLASS -> "storageClassName does not match";
            case ATTRIBUTES_CLASS -> "volumeAttributesClassName does not match";
            case VOLUME_MODE -> "incompatible volumeMode";
            case ACCESS_MODES -> "incompatible accessMode";
        };
    }

    @Override
    public Optional<EventText> namedVolumeTaken(NamedVolumeTaken finding) {
        return taken(finding.volume());
    }

    @Override
    public Optional<EventText> chosenVolumeTaken(ChosenVolumeTaken finding) {
        return taken(finding.volume());
    }

    private static Optional<EventText> taken(Ref<PersistentVolume> volume) {
        return warning("FailedBinding", "volume \"" + volume.name() + "\" already bound to a different claim.");
    }

    @Override
    public Optional<EventText> volumeFound(VolumeFound finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> defaultClassAppeared(DefaultClassAppeared finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> noClass(NoClass finding) {
        return normal("FailedBinding", "no persistent volumes available for this claim and no storage class is set");
    }

    @Override
    public Optional<EventText> noConsumer(NoConsumer finding) {
        return normal("WaitForFirstConsumer", "waiting for first consumer to be created before binding");
    }

    /** Models {@code emitEventForUnboundDelayBindingClaim}. */
    @Override
    public Optional<EventText> consumersNotScheduled(ConsumersNotScheduled finding) {
        String names = finding.pods().stream().map(Ref::name).collect(Collectors.joining(","));
        String subject = finding.pods().size() == 1 ? "pod " : "pods ";
        return normal("WaitForPodScheduled", "waiting for " + subject + names + " to be scheduled");
    }

    @Override
    public Optional<EventText> classMissing(ClassMissing finding) {
        return warning(
                PROVISIONING_FAILED,
                "storageclass.storage.k8s.io \"" + finding.storageClass().name() + "\" not found");
    }

    /** Models {@code provisionClaimOperationExternal}. */
    @Override
    public Optional<EventText> awaitsProvisioner(AwaitsProvisioner finding) {
        return normal(
                "ExternalProvisioning",
                "Waiting for a volume to be created either by the external provisioner '" + finding.provisioner()
                        + "' or manually by the system administrator. If volume creation is delayed, please "
                        + "verify that the provisioner is running and correctly registered.");
    }

    @Override
    public Optional<EventText> hostPathRefused(HostPathRefused finding) {
        return warning(PROVISIONING_FAILED, finding.refusal().accept(new HostPathTexts(finding)));
    }

    @Override
    public Optional<EventText> pluginMissing(PluginMissing finding) {
        return warning(PROVISIONING_FAILED, "no volume plugin matched name: " + finding.plugin());
    }

    @Override
    public Optional<EventText> pluginCannotProvision(PluginCannotProvision finding) {
        return warning(PROVISIONING_FAILED, "no provisionable volume plugin matched");
    }

    @Override
    public Optional<EventText> notKnown(NotKnown finding) {
        return NOTHING;
    }

    /** Models the refusals of {@code provisionClaimOperation}. */
    private record HostPathTexts(HostPathRefused finding) implements HostPathRefusal.Cases<String> {
        @Override
        public String dataSourceGiven(HostPathRefusal.DataSourceGiven refusal) {
            return "plugin \"" + finding.plugin()
                    + "\" is not a CSI plugin. Only CSI plugin can provision a claim with a datasource";
        }

        @Override
        public String mountOptionsGiven(HostPathRefusal.MountOptionsGiven refusal) {
            return "Mount options are not supported by the provisioner but StorageClass \""
                    + finding.storageClass().name() + "\" has mount options ["
                    + String.join(" ", refusal.options()) + "]";
        }

        @Override
        public String switchedOff(HostPathRefusal.SwitchedOff refusal) {
            return "Failed to create provisioner: provisioning in volume plugin \"" + finding.plugin()
                    + "\" is disabled";
        }
    }

    private static Optional<EventText> normal(String reason, String message) {
        return Optional.of(EventText.normal(reason, message));
    }

    private static Optional<EventText> warning(String reason, String message) {
        return Optional.of(EventText.warning(reason, message));
    }
}
