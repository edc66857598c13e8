package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.ClaimReferences;
import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.Finalizers;
import io.mooring.binding.control.volume.Report;
import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.control.volume.VolumeDraft;
import io.mooring.binding.lifecycle.Lifecycle;
import io.mooring.binding.lifecycle.Transition;
import io.mooring.binding.lifecycle.VolumeAction;
import io.mooring.binding.lifecycle.VolumeEvent;
import io.mooring.binding.lifecycle.VolumeState;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumePhase;
import java.util.List;
import java.util.Optional;

/** Brings a volume in order: observes it, looks the observation up in the lifecycle, and does what is said there. */
final class VolumeSync {
    private VolumeSync() {}

    /** Models {@code syncVolume}. */
    static List<Write> sync(Cluster world, PersistentVolume volume) {
        Optional<PersistentVolume> corrected = CsiMigration.corrected(volume);
        if (corrected.isPresent()) {
            return List.of(new Write.Update(corrected.get()));
        }
        VolumeDraft draft = new VolumeDraft(volume);
        VolumeSighting sighting = VolumeSighting.of(world, volume);
        if (sighting.event() != VolumeEvent.CLAIM_GONE_RECYCLE) {
            draft.also(Recycler.abandon(world, volume));
        }
        follow(world, draft, VolumeState.of(volume), sighting);
        return draft.writes();
    }

    /** Ties the volume to the claim. Models {@code bindVolumeToClaim} and the phase that {@code bind} sets after it. */
    static VolumeDraft bind(Cluster world, PersistentVolume volume, PersistentVolumeClaim claim) {
        VolumeDraft draft = new VolumeDraft(volume);
        follow(world, draft, VolumeState.of(volume), VolumeSighting.of(VolumeEvent.CLAIM_TAKES_IT, claim));
        return draft;
    }

    /** Does what the lifecycle says of this observation in this state. */
    private static void follow(Cluster world, VolumeDraft draft, VolumeState state, VolumeSighting sighting) {
        draft.also(sighting.first());
        Transition<VolumeState, VolumeAction> transition = Lifecycle.next(state, sighting.event());
        for (VolumeAction action : transition.actions()) {
            switch (action) {
                case DELETE_STORAGE -> follow(world, draft, transition.next(), Deleter.delete(draft.volume()));
                case RECYCLE_STORAGE ->
                    follow(world, draft, transition.next(), Recycler.recycle(world, draft.volume()));
                case SYNC_CLAIM ->
                    draft.also(ClaimSync.sync(world, sighting.claim().orElseThrow()));
                default -> perform(draft, sighting, action);
            }
        }
    }

    private static void perform(VolumeDraft draft, VolumeSighting sighting, VolumeAction action) {
        PersistentVolume volume = draft.volume();
        switch (action) {
            case WRITE_CLAIM_REF -> draft.update(tied(volume, sighting.claim().orElseThrow()));
            case UNBIND -> draft.update(untied(volume));
            case PHASE_AVAILABLE -> draft.phase(VolumePhase.AVAILABLE, "");
            case PHASE_BOUND -> draft.phase(VolumePhase.BOUND, "");
            case RELEASE -> release(draft);
            case FAIL -> fail(draft, sighting.report().orElseThrow());
            case WARN_OF_MODES -> warnOfModes(draft, sighting.claim().orElseThrow());
            case REPORT_RECYCLED -> draft.tell(Report.normal("VolumeRecycled", "Volume recycled"));
            case DELETE_VOLUME -> delete(draft);
            case ADD_PROTECTION ->
                draft.update(volume.withMetadata(Finalizers.with(volume.metadata(), Finalizers.VOLUME_PROTECTION)));
            case REMOVE_PROTECTION ->
                draft.update(volume.withMetadata(Finalizers.without(volume.metadata(), Finalizers.VOLUME_PROTECTION)));
            default -> throw new IllegalArgumentException("not an action on the volume alone: " + action);
        }
    }

    /** Models {@code GetBindVolumeToClaim}. */
    private static PersistentVolume tied(PersistentVolume volume, PersistentVolumeClaim claim) {
        PersistentVolume marked = volume.isReservedFor(claim)
                ? volume
                : volume.withMetadata(
                        VolumeAnnotations.marked(volume.metadata(), VolumeAnnotations.BOUND_BY_CONTROLLER));
        return volume.isHeldBy(claim) ? marked : marked.withSpec(marked.spec().withClaimRef(ClaimReferences.to(claim)));
    }

    /** Models {@code unbindVolume}: what its maker reserved stays reserved. */
    private static PersistentVolume untied(PersistentVolume volume) {
        ObjectMeta metadata = volume.metadata();
        if (metadata.annotations().containsKey(VolumeAnnotations.BOUND_BY_CONTROLLER)) {
            return volume.withSpec(volume.spec().withClaimRef(Optional.empty()))
                    .withMetadata(VolumeAnnotations.without(metadata, VolumeAnnotations.BOUND_BY_CONTROLLER));
        }
        return volume.withSpec(
                volume.spec().withClaimRef(volume.spec().claimRef().map(reference -> reference.withUid(""))));
    }

    private static void release(VolumeDraft draft) {
        if (!draft.isIn(VolumePhase.FAILED)) {
            draft.phase(VolumePhase.RELEASED, "");
        }
    }

    /** Models {@code updateVolumePhaseWithEvent}: the event comes with the change of the phase only. */
    private static void fail(VolumeDraft draft, Report report) {
        if (!draft.isIn(VolumePhase.FAILED)) {
            draft.phase(VolumePhase.FAILED, report.message());
            draft.tell(report);
        }
    }

    private static void warnOfModes(VolumeDraft draft, PersistentVolumeClaim claim) {
        draft.tell(Report.warning(
                "VolumeMismatch",
                "Cannot bind PersistentVolume to requested PersistentVolumeClaim \""
                        + claim.metadata().name() + "\" due to incompatible volumeMode."));
        draft.also(List.of(Write.warning(
                claim,
                "VolumeMismatch",
                "Cannot bind PersistentVolume \"" + draft.volume().metadata().name()
                        + "\" to requested PersistentVolumeClaim due to incompatible volumeMode.")));
    }

    private static void delete(VolumeDraft draft) {
        PersistentVolume volume = draft.volume();
        draft.update(volume.withMetadata(Finalizers.without(volume.metadata(), Finalizers.IN_TREE)));
        if (!volume.metadata().isBeingDeleted()) {
            draft.also(List.of(Write.delete(volume.ref())));
        }
    }
}
