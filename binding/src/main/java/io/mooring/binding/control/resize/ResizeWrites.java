package io.mooring.binding.control.resize;

import io.mooring.binding.control.Resizing;
import io.mooring.binding.control.volume.ClaimDraft;
import io.mooring.binding.control.volume.EventText;
import io.mooring.binding.control.volume.VolumeDraft;
import io.mooring.binding.world.Write;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written about a claim and its volume after a resize was asked for. Models {@code callResizeOnPlugin}.
 *
 * @param resizer its name
 */
record ResizeWrites(String resizer, ClaimDraft claim, VolumeDraft volume, Instant now)
        implements Resizing.Cases<ClaimDraft> {

    @Override
    public ClaimDraft resized(Resizing.Resized answer) {
        enlarge(volume, answer.size());
        PersistentVolumeClaim before = claim.claim();
        claim.update(before.withMetadata(before.metadata().withAnnotation(ExternalResizer.NODE_NOT_REQUIRED, "true")));
        claim.status(ResizeStatus.finished(claim.claim().status(), answer.size()));
        claim.emit(EventText.normal("VolumeResizeSuccessful", "Resize volume succeeded"));
        return claim;
    }

    @Override
    public ClaimDraft fileSystemPending(Resizing.FileSystemPending answer) {
        enlarge(keepingOldSize(), answer.size());
        claim.status(ResizeStatus.awaitingFileSystem(claim.claim().status(), now));
        claim.emit(EventText.normal("FileSystemResizeRequired", "Require file system resize of volume on node"));
        return claim;
    }

    @Override
    public ClaimDraft infeasible(Resizing.Infeasible answer) {
        claim.status(ResizeStatus.infeasible(claim.claim().status(), answer.message(), now));
        return failed(answer.message());
    }

    @Override
    public ClaimDraft failed(Resizing.Failed answer) {
        claim.status(ResizeStatus.failed(claim.claim().status(), answer.message(), now));
        return failed(answer.message());
    }

    @Override
    public ClaimDraft unfinished(Resizing.Unfinished answer) {
        return failed(answer.message());
    }

    /** Models {@code updatePVCapacity}. */
    private void enlarge(VolumeDraft draft, Quantity size) {
        PersistentVolume before = draft.volume();
        Map<String, Quantity> capacity = new LinkedHashMap<>(before.spec().capacity());
        capacity.put(ResizeStatus.STORAGE, size);
        draft.update(before.withSpec(before.spec().withCapacity(capacity)));
        claim.add(draft.takeWrites());
    }

    /** The size of the file system, which stays what it was, is noted on the volume. */
    private VolumeDraft keepingOldSize() {
        PersistentVolume before = volume.volume();
        return before.metadata().hasAnnotation(PersistentVolume.PRE_RESIZE_CAPACITY_ANNOTATION)
                ? volume
                : new VolumeDraft(before.withMetadata(before.metadata()
                        .withAnnotation(
                                PersistentVolume.PRE_RESIZE_CAPACITY_ANNOTATION,
                                claim.claim().actualStorage().toCanonicalString())));
    }

    private ClaimDraft failed(String message) {
        claim.emit(EventText.warning(
                "VolumeResizeFailed",
                "resize volume \"" + volume.volume().metadata().name() + "\" by resizer \"" + resizer + "\" failed: "
                        + message));
        claim.add(List.of(new Write.LookAgain(ExternalResizer.RETRY)));
        return claim;
    }
}
