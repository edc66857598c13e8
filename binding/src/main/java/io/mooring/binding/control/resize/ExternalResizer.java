package io.mooring.binding.control.resize;

import io.mooring.binding.control.Resizer;
import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.ClaimDraft;
import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.EventText;
import io.mooring.binding.control.volume.VolumeDraft;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Enlarges the volumes of its driver for claims that ask for more than they have. Models external-resizer with
 * {@code RecoverVolumeExpansionFailure}; what that remembers in memory is read off the claim's conditions here.
 */
final class ExternalResizer implements PlaneController<Ref<PersistentVolumeClaim>> {
    private static final Watches<Ref<PersistentVolumeClaim>> WATCHES = Watches.of(
                    PersistentVolumeClaim.KIND, ClaimChanges.where(ExternalResizer::matters))
            .and(
                    PersistentVolume.KIND,
                    (change, cluster) -> change.isCreation() ? claimsOf(change, cluster) : List.of());

    /** To the kubelet: there is nothing left to do. */
    static final String NODE_NOT_REQUIRED = "volume.kubernetes.io/node-expansion-not-required";

    /** Upstream backs off exponentially; this is where it begins. */
    static final Duration RETRY = Duration.ofSeconds(1);

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
    public Watches<Ref<PersistentVolumeClaim>> watches() {
        return WATCHES;
    }

    boolean isOf(String driver) {
        return resizer.name().equals(driver);
    }

    private static List<Wake<Ref<PersistentVolumeClaim>>> claimsOf(Change<PersistentVolume> change, Cluster cluster) {
        return VolumeIndexes.CLAIMS_BY_VOLUME
                .find(cluster, change.ref().name())
                .map(claim -> Wake.atResync(claim.ref()))
                .toList();
    }

    private static boolean matters(PersistentVolumeClaim before, PersistentVolumeClaim after) {
        return before.requestedStorage().compareTo(after.requestedStorage()) != 0
                || before.actualStorage().compareTo(after.actualStorage()) < 0
                || !ResizeStatus.of(before).equals(ResizeStatus.of(after))
                || !resizerOf(before).equals(resizerOf(after));
    }

    private static String resizerOf(PersistentVolumeClaim claim) {
        return claim.metadata()
                .annotation(PersistentVolumeClaim.RESIZER_ANNOTATION)
                .orElse("");
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<PersistentVolumeClaim> item) {
        return cluster.get(item)
                .flatMap(claim -> claim.volume()
                        .flatMap(cluster::get)
                        .filter(volume -> isSupported(claim, volume))
                        .map(volume -> sync(claim, volume, cluster.now())))
                .orElse(List.of());
    }

    /** Models {@code CanSupport} and {@code pvCanBeExpanded}. */
    private boolean isSupported(PersistentVolumeClaim claim, PersistentVolume volume) {
        boolean isMigrated =
                CsiMigration.isDriver(resizer.name()) && resizerOf(claim).equals(resizer.name());
        return (volume.isOfDriver(resizer.name()) || isMigrated) && volume.isHeldBy(claim);
    }

    /** Models {@code syncPVC}. */
    private List<Write> sync(PersistentVolumeClaim claim, PersistentVolume volume, Instant now) {
        ClaimDraft claimDraft = new ClaimDraft(claim);
        VolumeDraft volumeDraft = new VolumeDraft(volume);
        if (claim.actualStorage().compareTo(volume.storageCapacity()) >= 0) {
            volumeDraft.update(volume.withMetadata(
                    volume.metadata().withoutAnnotation(PersistentVolume.PRE_RESIZE_CAPACITY_ANNOTATION)));
            claimDraft.add(volumeDraft.takeWrites());
        }
        if (claim.isBound() && claim.wantsResize()) {
            ResizeTarget.of(claim, volume).ifPresent(size -> resize(claimDraft, volumeDraft, size, now));
        }
        return claimDraft.writes();
    }

    /** Models {@code expandAndRecover} once the size is known. */
    private void resize(ClaimDraft claimDraft, VolumeDraft volumeDraft, Quantity size, Instant now) {
        PersistentVolumeClaim claim = claimDraft.claim();
        Optional<Duration> pause = pause(claim, size, now);
        if (pause.isPresent()) {
            claimDraft.add(List.of(new Write.LookAgain(pause.get())));
            return;
        }
        claimDraft.update(claim.withMetadata(claim.metadata().withoutAnnotation(NODE_NOT_REQUIRED)));
        claimDraft.status(ResizeStatus.inProgress(claimDraft.claim(), size, now));
        claimDraft.emit(EventText.normal(
                "Resizing",
                "External resizer is resizing volume "
                        + volumeDraft.volume().metadata().name()));
        resizer.resize(volumeDraft.volume(), size)
                .accept(new ResizeWrites(resizer.name(), claimDraft, volumeDraft, now));
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
}
