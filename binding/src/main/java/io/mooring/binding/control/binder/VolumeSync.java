package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.EventText;
import io.mooring.binding.control.volume.StorageFinalizers;
import io.mooring.binding.control.volume.VolumeDraft;
import io.mooring.binding.control.volume.VolumeEventByFinding;
import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.finding.VolumeReclaimFinding;
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

/** Syncs a volume: makes a finding of it, looks up in the lifecycle what follows, and does that. */
final class VolumeSync {
    private VolumeSync() {}

    /** Models {@code syncVolume}. */
    static List<Write> sync(Cluster cluster, PersistentVolume volume) {
        Optional<PersistentVolume> corrected = CsiMigration.corrected(volume);
        if (corrected.isPresent()) {
            return List.of(new Write.Update(corrected.get()));
        }
        VolumeDraft draft = new VolumeDraft(volume);
        VolumeBindingFinding finding = VolumeFindings.of(cluster, volume);
        if (VolumeEventByFinding.of(finding) != VolumeEvent.CLAIM_GONE_RECYCLE) {
            draft.add(Recycler.abandon(cluster, volume));
        }
        follow(cluster, draft, finding);
        return draft.writes();
    }

    /** Binds the volume to the claim. Models {@code bindVolumeToClaim} and the phase that {@code bind} sets after it. */
    static VolumeDraft bind(Cluster cluster, PersistentVolume volume, PersistentVolumeClaim claim) {
        VolumeDraft draft = new VolumeDraft(volume);
        follow(cluster, draft, new VolumeBindingFinding.Chosen(volume.ref(), claim.ref()));
        return draft;
    }

    private static void follow(Cluster cluster, VolumeDraft draft, VolumeBindingFinding finding) {
        Transition<VolumeState, VolumeAction> transition =
                Lifecycle.next(VolumeState.of(draft.volume()), VolumeEventByFinding.of(finding));
        for (VolumeAction action : transition.actions()) {
            switch (action) {
                case WRITE_CLAIM_REF -> draft.update(draft.volume().boundTo(claimOf(cluster, finding)));
                case SYNC_CLAIM -> draft.add(ClaimSync.sync(cluster, claimOf(cluster, finding)));
                case WARN_OF_MODES -> warnOfModes(draft, finding, claimOf(cluster, finding));
                case DELETE_STORAGE -> reclaim(cluster, draft, transition.next(), Deleter.delete(draft.volume()));
                case RECYCLE_STORAGE ->
                    reclaim(cluster, draft, transition.next(), Recycler.recycle(cluster, draft.volume()));
                case FAIL -> fail(draft, VolumeEventTexts.of(finding).orElseThrow());
                default -> perform(draft, action);
            }
        }
    }

    private static PersistentVolumeClaim claimOf(Cluster cluster, VolumeBindingFinding finding) {
        return finding.claimToServe().flatMap(cluster::get).orElseThrow();
    }

    /** Does what follows from an attempt to reclaim the storage. */
    private static void reclaim(Cluster cluster, VolumeDraft draft, VolumeState state, VolumeReclaimFinding finding) {
        draft.add(finding.accept(new RecyclerWrites(cluster, draft.volume())));
        for (VolumeAction action :
                Lifecycle.next(state, VolumeEventByFinding.of(finding)).actions()) {
            switch (action) {
                case FAIL -> fail(draft, VolumeEventTexts.of(finding).orElseThrow());
                case REPORT_RECYCLED -> draft.emit(VolumeEventTexts.of(finding).orElseThrow());
                default -> perform(draft, action);
            }
        }
    }

    private static void perform(VolumeDraft draft, VolumeAction action) {
        PersistentVolume volume = draft.volume();
        switch (action) {
            case UNBIND -> draft.update(unbound(volume));
            case PHASE_AVAILABLE -> draft.phase(VolumePhase.AVAILABLE, "");
            case PHASE_BOUND -> draft.phase(VolumePhase.BOUND, "");
            case RELEASE -> release(draft);
            case DELETE_VOLUME -> delete(draft);
            default -> throw new IllegalArgumentException("not an action of the binder: " + action);
        }
    }

    /** Models {@code unbindVolume}: what its maker reserved stays reserved. */
    private static PersistentVolume unbound(PersistentVolume volume) {
        ObjectMeta metadata = volume.metadata();
        if (metadata.hasAnnotation(PersistentVolume.BOUND_BY_CONTROLLER_ANNOTATION)) {
            return volume.withSpec(volume.spec().withClaimRef(Optional.empty()))
                    .withMetadata(metadata.withoutAnnotation(PersistentVolume.BOUND_BY_CONTROLLER_ANNOTATION));
        }
        return volume.withSpec(
                volume.spec().withClaimRef(volume.spec().claimRef().map(reference -> reference.withUid(""))));
    }

    private static void release(VolumeDraft draft) {
        if (!draft.volume().isIn(VolumePhase.FAILED)) {
            draft.phase(VolumePhase.RELEASED, "");
        }
    }

    /** Models {@code updateVolumePhaseWithEvent}: the event comes with the change of the phase only. */
    private static void fail(VolumeDraft draft, EventText report) {
        if (!draft.volume().isIn(VolumePhase.FAILED)) {
            draft.phase(VolumePhase.FAILED, report.message());
            draft.emit(report);
        }
    }

    private static void warnOfModes(VolumeDraft draft, VolumeBindingFinding finding, PersistentVolumeClaim claim) {
        draft.emit(VolumeEventTexts.of(finding).orElseThrow());
        draft.add(List.of(VolumeEventTexts.toClaim(finding.about()).about(claim)));
    }

    private static void delete(VolumeDraft draft) {
        PersistentVolume volume = draft.volume();
        draft.update(volume.withMetadata(volume.metadata().withoutFinalizer(StorageFinalizers.IN_TREE)));
        if (!volume.metadata().isBeingDeleted()) {
            draft.add(List.of(Write.delete(volume.ref())));
        }
    }
}
