package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.EventText;
import io.mooring.binding.finding.DeletionObstacle;
import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.finding.VolumeBindingFinding.Chosen;
import io.mooring.binding.finding.VolumeBindingFinding.ClaimElsewhere;
import io.mooring.binding.finding.VolumeBindingFinding.ClaimNotBound;
import io.mooring.binding.finding.VolumeBindingFinding.ClaimOfOtherMode;
import io.mooring.binding.finding.VolumeBindingFinding.HeldBy;
import io.mooring.binding.finding.VolumeBindingFinding.NotKnown;
import io.mooring.binding.finding.VolumeBindingFinding.PolicyUnknown;
import io.mooring.binding.finding.VolumeBindingFinding.ProvisionedInVain;
import io.mooring.binding.finding.VolumeBindingFinding.Reserved;
import io.mooring.binding.finding.VolumeBindingFinding.ReservedAhead;
import io.mooring.binding.finding.VolumeBindingFinding.Retained;
import io.mooring.binding.finding.VolumeBindingFinding.ToBeDeleted;
import io.mooring.binding.finding.VolumeBindingFinding.ToBeRecycled;
import io.mooring.binding.finding.VolumeBindingFinding.Unclaimed;
import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.binding.finding.VolumeReclaimFinding.DeletionFailed;
import io.mooring.binding.finding.VolumeReclaimFinding.LeftToProvisioner;
import io.mooring.binding.finding.VolumeReclaimFinding.NoRecycler;
import io.mooring.binding.finding.VolumeReclaimFinding.Recycled;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclerAtWork;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclerNameTaken;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclerPaused;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclerWanted;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclingFailed;
import io.mooring.binding.finding.VolumeReclaimFinding.StorageDeleted;
import io.mooring.binding.finding.VolumeReclaimFinding.UsedByPods;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import java.util.Optional;
import java.util.stream.Collectors;

/** The binder's findings about a volume as events, in Kubernetes' words. Of most findings there is no event. */
public final class VolumeEventTexts
        implements VolumeBindingFinding.Cases<Optional<EventText>>, VolumeReclaimFinding.Cases<Optional<EventText>> {
    private static final String MISMATCH = "VolumeMismatch";
    private static final String FAILED_RECYCLE = "VolumeFailedRecycle";
    private static final Optional<EventText> NOTHING = Optional.empty();

    private VolumeEventTexts() {}

    /** What Kubernetes tells of this finding, if anything. */
    public static Optional<EventText> of(VolumeBindingFinding finding) {
        return finding.accept(new VolumeEventTexts());
    }

    /** What Kubernetes tells of this finding, if anything. */
    public static Optional<EventText> of(VolumeReclaimFinding finding) {
        return finding.accept(new VolumeEventTexts());
    }

    /** The event on the claim whose volume mode is not the volume's. */
    static EventText toClaim(Ref<PersistentVolume> volume) {
        return EventText.warning(
                MISMATCH,
                "Cannot bind PersistentVolume \"" + volume.name()
                        + "\" to requested PersistentVolumeClaim due to incompatible volumeMode.");
    }

    @Override
    public Optional<EventText> unclaimed(Unclaimed finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> reserved(Reserved finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> reservedAhead(ReservedAhead finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> chosen(Chosen finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> heldBy(HeldBy finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> claimNotBound(ClaimNotBound finding) {
        return NOTHING;
    }

    /** Models the warnings of {@code syncVolume}; the other of the two is {@link #toClaim}. */
    @Override
    public Optional<EventText> claimOfOtherMode(ClaimOfOtherMode finding) {
        return warning(
                MISMATCH,
                "Cannot bind PersistentVolume to requested PersistentVolumeClaim \""
                        + finding.claim().name() + "\" due to incompatible volumeMode.");
    }

    @Override
    public Optional<EventText> claimElsewhere(ClaimElsewhere finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> provisionedInVain(ProvisionedInVain finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> retained(Retained finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> toBeDeleted(ToBeDeleted finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> toBeRecycled(ToBeRecycled finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> policyUnknown(PolicyUnknown finding) {
        return warning("VolumeUnknownReclaimPolicy", "Volume has unrecognized PersistentVolumeReclaimPolicy");
    }

    @Override
    public Optional<EventText> notKnown(NotKnown finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> leftToProvisioner(LeftToProvisioner finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> storageDeleted(StorageDeleted finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> deletionFailed(DeletionFailed finding) {
        return warning("VolumeFailedDelete", finding.obstacle().accept(new DeletionTexts(finding.about())));
    }

    @Override
    public Optional<EventText> usedByPods(UsedByPods finding) {
        String names = finding.pods().stream().map(Ref::qualifiedName).collect(Collectors.joining(","));
        return normal(FAILED_RECYCLE, "Volume is used by pods: " + names);
    }

    @Override
    public Optional<EventText> noRecycler(NoRecycler finding) {
        return warning(FAILED_RECYCLE, "No recycler plugin found for the volume!");
    }

    @Override
    public Optional<EventText> recyclerWanted(RecyclerWanted finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> recyclerPaused(RecyclerPaused finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> recyclerAtWork(RecyclerAtWork finding) {
        return NOTHING;
    }

    @Override
    public Optional<EventText> recycled(Recycled finding) {
        return normal("VolumeRecycled", "Volume recycled");
    }

    @Override
    public Optional<EventText> recyclingFailed(RecyclingFailed finding) {
        return warning(FAILED_RECYCLE, "Recycle failed: failed to recycle volume: " + finding.message());
    }

    @Override
    public Optional<EventText> recyclerNameTaken(RecyclerNameTaken finding) {
        return warning(FAILED_RECYCLE, "Recycle failed: old recycler pod found, will retry later");
    }

    /** Models the errors of {@code findDeletablePlugin} and of the deleters. */
    private record DeletionTexts(Ref<PersistentVolume> volume) implements DeletionObstacle.Cases<String> {
        @Override
        public String noPluginForSource(DeletionObstacle.NoPluginForSource obstacle) {
            return noPlugin("no volume plugin matched");
        }

        @Override
        public String sourceCannotBeDeleted(DeletionObstacle.SourceCannotBeDeleted obstacle) {
            return noPlugin("no deletable volume plugin matched");
        }

        private String noPlugin(String why) {
            return "error getting deleter volume plugin for volume \"" + volume.name() + "\": " + why;
        }

        @Override
        public String noPluginOfName(DeletionObstacle.NoPluginOfName obstacle) {
            return "no volume plugin matched name: " + obstacle.plugin();
        }

        @Override
        public String pluginCannotDelete(DeletionObstacle.PluginCannotDelete obstacle) {
            return "no deletable volume plugin matched";
        }

        @Override
        public String noHostPath(DeletionObstacle.NoHostPath obstacle) {
            return "failed to create deleter for volume \"" + volume.name()
                    + "\": spec.PersistentVolumeSource.HostPath is nil";
        }

        @Override
        public String outsideTmp(DeletionObstacle.OutsideTmp obstacle) {
            return "host_path deleter only supports /tmp/.+ but received provided " + obstacle.path();
        }
    }

    private static Optional<EventText> normal(String reason, String message) {
        return Optional.of(EventText.normal(reason, message));
    }

    private static Optional<EventText> warning(String reason, String message) {
        return Optional.of(EventText.warning(reason, message));
    }
}
