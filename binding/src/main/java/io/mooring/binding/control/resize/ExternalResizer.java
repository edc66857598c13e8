package io.mooring.binding.control.resize;

import io.mooring.binding.control.Resizer;
import io.mooring.binding.control.Resizing;
import io.mooring.binding.control.volume.ClaimDraft;
import io.mooring.binding.control.volume.ClaimSizes;
import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.Report;
import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.control.volume.VolumeDraft;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enlarges the volumes of its driver for claims that ask for more than they have. Models external-resizer with
 * {@code RecoverVolumeExpansionFailure}; what that remembers in memory is read off the claim's conditions here.
 */
final class ExternalResizer implements Controller<Ref<PersistentVolumeClaim>> {
    /** To the kubelet: there is nothing left to do. */
    private static final String NODE_NOT_REQUIRED = "volume.kubernetes.io/node-expansion-not-required";

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration SLOW_RETRY = Duration.ofMinutes(5);

    private final Resizer resizer;

    ExternalResizer(Resizer resizer) {
        this.resizer = resizer;
    }

    @Override
    public String name() {
        return "external-resizer " + resizer.name();
    }

    @Override
    public List<View<?>> views() {
        return List.of(VolumeIndexes.CLAIMS_BY_VOLUME);
    }

    @Override
    public List<Wake<Ref<PersistentVolumeClaim>>> wakes(Change change, Cluster world) {
        if (change.after().orElse(null) instanceof PersistentVolumeClaim claim) {
            return ClaimNews.wakes(change, claim, ExternalResizer::hasNews);
        }
        return change.isCreation() && change.object() instanceof PersistentVolume volume
                ? VolumeIndexes.CLAIMS_BY_VOLUME
                        .find(world, volume.metadata().name())
                        .map(claim -> Wake.atResync(claim.ref()))
                        .toList()
                : List.of();
    }

    private static boolean hasNews(PersistentVolumeClaim before, PersistentVolumeClaim after) {
        return before.requestedStorage().compareTo(after.requestedStorage()) != 0
                || ClaimSizes.actual(before).compareTo(ClaimSizes.actual(after)) < 0
                || !ResizeStatus.of(before).equals(ResizeStatus.of(after))
                || !resizerOf(before).equals(resizerOf(after));
    }

    private static String resizerOf(PersistentVolumeClaim claim) {
        return claim.metadata().annotations().getOrDefault(VolumeAnnotations.RESIZER, "");
    }

    @Override
    public List<Write> reconcile(Cluster world, Ref<PersistentVolumeClaim> item) {
        return world.get(item)
                .flatMap(claim -> world.volume(claim.spec().volumeName())
                        .filter(volume -> isSupported(claim, volume))
                        .map(volume -> sync(claim, volume, world.now())))
                .orElse(List.of());
    }

    /** Models {@code CanSupport} and {@code pvCanBeExpanded}. */
    private boolean isSupported(PersistentVolumeClaim claim, PersistentVolume volume) {
        boolean isOfDriver =
                volume.spec().source().flatMap(VolumeSource::csiDriver).equals(Optional.of(resizer.name()));
        boolean isMigrated =
                CsiMigration.isDriver(resizer.name()) && resizerOf(claim).equals(resizer.name());
        return (isOfDriver || isMigrated) && volume.isHeldBy(claim);
    }

    /** Models {@code syncPVC}. */
    private List<Write> sync(PersistentVolumeClaim claim, PersistentVolume volume, Instant now) {
        ClaimDraft claimDraft = new ClaimDraft(claim);
        VolumeDraft volumeDraft = new VolumeDraft(volume);
        if (ClaimSizes.actual(claim).compareTo(volume.storageCapacity()) >= 0) {
            volumeDraft.update(volume.withMetadata(
                    VolumeAnnotations.without(volume.metadata(), VolumeAnnotations.PRE_RESIZE_CAPACITY)));
            claimDraft.also(volumeDraft.takeWrites());
        }
        boolean isBound = claimDraft.isIn(ClaimPhase.BOUND);
        if (isBound && ClaimSizes.wantsMore(claim)) {
            ResizeTarget.of(claim, volume).ifPresent(size -> expand(claimDraft, volumeDraft, size, now));
        }
        return claimDraft.writes();
    }

    /** Models {@code expandAndRecover} once the size is known. */
    private void expand(ClaimDraft claimDraft, VolumeDraft volumeDraft, Quantity size, Instant now) {
        PersistentVolumeClaim claim = claimDraft.claim();
        Optional<Duration> pause = pause(claim, size, now);
        if (pause.isPresent()) {
            claimDraft.also(List.of(new Write.LookAgain(pause.get())));
            return;
        }
        claimDraft.update(claim.withMetadata(VolumeAnnotations.without(claim.metadata(), NODE_NOT_REQUIRED)));
        claimDraft.status(ResizeStatus.inProgress(claimDraft.claim(), size, now));
        claimDraft.tell(Report.normal(
                "Resizing",
                "External resizer is resizing volume "
                        + volumeDraft.volume().metadata().name()));
        conclude(claimDraft, volumeDraft, resizer.resize(volumeDraft.volume(), size), now);
    }

    /** How long an infeasible size is left alone. */
    private static Optional<Duration> pause(PersistentVolumeClaim claim, Quantity size, Instant now) {
        boolean isInfeasible = ResizeStatus.of(claim).equals(ResizeStatus.CONTROLLER_INFEASIBLE)
                && ResizeStatus.allocated(claim)
                        .filter(each -> each.compareTo(size) == 0)
                        .isPresent();
        return isInfeasible
                ? ResizeStatus.failedAt(claim)
                        .map(failed -> Duration.between(now, failed.plus(SLOW_RETRY)))
                        .filter(rest -> !rest.isNegative() && !rest.isZero())
                : Optional.empty();
    }

    /** Models {@code callResizeOnPlugin}. */
    private void conclude(ClaimDraft claimDraft, VolumeDraft volumeDraft, Resizing result, Instant now) {
        if (result instanceof Resizing.Resized resized) {
            enlarge(claimDraft, volumeDraft, resized.size());
            finish(claimDraft, resized.size());
        } else if (result instanceof Resizing.FileSystemPending pending) {
            enlarge(claimDraft, keepingOldSize(volumeDraft, claimDraft.claim()), pending.size());
            claimDraft.status(ResizeStatus.awaitingFileSystem(claimDraft.claim().status(), now));
            claimDraft.tell(Report.normal("FileSystemResizeRequired", "Require file system resize of volume on node"));
        } else if (result instanceof Resizing.Infeasible infeasible) {
            claimDraft.status(ResizeStatus.infeasible(claimDraft.claim().status(), infeasible.message(), now));
            fail(claimDraft, volumeDraft, infeasible.message());
        } else if (result instanceof Resizing.Failed failed) {
            claimDraft.status(ResizeStatus.failed(claimDraft.claim().status(), failed.message(), now));
            fail(claimDraft, volumeDraft, failed.message());
        } else {
            fail(claimDraft, volumeDraft, ((Resizing.Unfinished) result).message());
        }
    }

    /** Models {@code updatePVCapacity}. */
    private static void enlarge(ClaimDraft claimDraft, VolumeDraft volumeDraft, Quantity size) {
        PersistentVolume volume = volumeDraft.volume();
        Map<String, Quantity> capacity = new LinkedHashMap<>(volume.spec().capacity());
        capacity.put(ClaimSizes.STORAGE, size);
        volumeDraft.update(volume.withSpec(volume.spec().withCapacity(capacity)));
        claimDraft.also(volumeDraft.takeWrites());
    }

    /** The size of the file system, which stays what it was, is noted on the volume. */
    private static VolumeDraft keepingOldSize(VolumeDraft draft, PersistentVolumeClaim claim) {
        PersistentVolume volume = draft.volume();
        return volume.metadata().annotations().containsKey(VolumeAnnotations.PRE_RESIZE_CAPACITY)
                ? draft
                : new VolumeDraft(volume.withMetadata(VolumeAnnotations.with(
                        volume.metadata(),
                        VolumeAnnotations.PRE_RESIZE_CAPACITY,
                        ClaimSizes.actual(claim).toCanonicalString())));
    }

    private static void finish(ClaimDraft draft, Quantity size) {
        PersistentVolumeClaim claim = draft.claim();
        draft.update(claim.withMetadata(VolumeAnnotations.with(claim.metadata(), NODE_NOT_REQUIRED, "true")));
        draft.status(ResizeStatus.finished(draft.claim().status(), size));
        draft.tell(Report.normal("VolumeResizeSuccessful", "Resize volume succeeded"));
    }

    private void fail(ClaimDraft claimDraft, VolumeDraft volumeDraft, String message) {
        claimDraft.tell(Report.warning(
                "VolumeResizeFailed",
                "resize volume \"" + volumeDraft.volume().metadata().name() + "\" by resizer \"" + resizer.name()
                        + "\" failed: " + message));
        claimDraft.also(List.of(new Write.LookAgain(RETRY)));
    }
}
