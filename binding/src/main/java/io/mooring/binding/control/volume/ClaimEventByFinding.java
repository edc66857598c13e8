package io.mooring.binding.control.volume;

import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.finding.ClaimUseFinding;
import io.mooring.binding.lifecycle.ClaimEvent;

/** What the lifecycle calls each finding about a claim: the row of its table in which stands what follows from it. */
public final class ClaimEventByFinding {
    private ClaimEventByFinding() {}

    /** Of what the volume binder finds. */
    public static ClaimEvent of(ClaimBindingFinding finding) {
        return finding.accept(Binding.CASES);
    }

    /** Of what pvc-protection finds. */
    public static ClaimEvent of(ClaimUseFinding finding) {
        return finding.accept(Use.CASES);
    }

    private enum Binding implements ClaimBindingFinding.Cases<ClaimEvent> {
        CASES;

        @Override
        public ClaimEvent boundTo(ClaimBindingFinding.BoundTo finding) {
            return ClaimEvent.VOLUME_HELD;
        }

        @Override
        public ClaimEvent nameLost(ClaimBindingFinding.NameLost finding) {
            return ClaimEvent.VOLUME_NAME_LOST;
        }

        @Override
        public ClaimEvent volumeLost(ClaimBindingFinding.VolumeLost finding) {
            return ClaimEvent.VOLUME_LOST;
        }

        @Override
        public ClaimEvent misbound(ClaimBindingFinding.Misbound finding) {
            return ClaimEvent.MISBOUND;
        }

        @Override
        public ClaimEvent namedVolumeMissing(ClaimBindingFinding.NamedVolumeMissing finding) {
            return ClaimEvent.NAMED_VOLUME_MISSING;
        }

        @Override
        public ClaimEvent namedVolumeUnfit(ClaimBindingFinding.NamedVolumeUnfit finding) {
            return ClaimEvent.NAMED_VOLUME_UNFIT;
        }

        @Override
        public ClaimEvent namedVolumeTaken(ClaimBindingFinding.NamedVolumeTaken finding) {
            return ClaimEvent.NAMED_VOLUME_TAKEN;
        }

        @Override
        public ClaimEvent chosenVolumeTaken(ClaimBindingFinding.ChosenVolumeTaken finding) {
            return ClaimEvent.CHOSEN_VOLUME_TAKEN;
        }

        @Override
        public ClaimEvent volumeFound(ClaimBindingFinding.VolumeFound finding) {
            return ClaimEvent.VOLUME_FITS;
        }

        @Override
        public ClaimEvent defaultClassAppeared(ClaimBindingFinding.DefaultClassAppeared finding) {
            return ClaimEvent.DEFAULT_CLASS_APPEARED;
        }

        @Override
        public ClaimEvent noClass(ClaimBindingFinding.NoClass finding) {
            return ClaimEvent.NO_CLASS;
        }

        @Override
        public ClaimEvent noConsumer(ClaimBindingFinding.NoConsumer finding) {
            return ClaimEvent.AWAITS_CONSUMER;
        }

        @Override
        public ClaimEvent consumersNotScheduled(ClaimBindingFinding.ConsumersNotScheduled finding) {
            return ClaimEvent.AWAITS_CONSUMER;
        }

        @Override
        public ClaimEvent classMissing(ClaimBindingFinding.ClassMissing finding) {
            return ClaimEvent.NOT_PROVISIONABLE;
        }

        @Override
        public ClaimEvent awaitsProvisioner(ClaimBindingFinding.AwaitsProvisioner finding) {
            return ClaimEvent.PROVISIONABLE;
        }

        @Override
        public ClaimEvent hostPathRefused(ClaimBindingFinding.HostPathRefused finding) {
            return ClaimEvent.PROVISIONABLE;
        }

        @Override
        public ClaimEvent pluginMissing(ClaimBindingFinding.PluginMissing finding) {
            return ClaimEvent.NOT_PROVISIONABLE;
        }

        @Override
        public ClaimEvent pluginCannotProvision(ClaimBindingFinding.PluginCannotProvision finding) {
            return ClaimEvent.NOT_PROVISIONABLE;
        }

        @Override
        public ClaimEvent notKnown(ClaimBindingFinding.NotKnown finding) {
            return ClaimEvent.NOT_KNOWN;
        }
    }

    private enum Use implements ClaimUseFinding.Cases<ClaimEvent> {
        CASES;

        @Override
        public ClaimEvent unprotected(ClaimUseFinding.Unprotected finding) {
            return ClaimEvent.UNPROTECTED;
        }

        @Override
        public ClaimEvent heldByPod(ClaimUseFinding.HeldByPod finding) {
            return ClaimEvent.POD_HOLDS_IT;
        }

        @Override
        public ClaimEvent heldByNobody(ClaimUseFinding.HeldByNobody finding) {
            return ClaimEvent.LAST_POD_GONE;
        }

        @Override
        public ClaimEvent namedByPod(ClaimUseFinding.NamedByPod finding) {
            return ClaimEvent.POD_REFERS_TO_IT;
        }

        @Override
        public ClaimEvent namedByNobody(ClaimUseFinding.NamedByNobody finding) {
            return ClaimEvent.NO_POD_REFERS_TO_IT;
        }

        @Override
        public ClaimEvent notKnown(ClaimUseFinding.NotKnown finding) {
            return ClaimEvent.NOT_KNOWN;
        }
    }
}
