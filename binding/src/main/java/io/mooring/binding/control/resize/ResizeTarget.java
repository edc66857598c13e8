package io.mooring.binding.control.resize;

import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Optional;

/**
 * The size to resize to. Models the cases of {@code expandAndRecover}: what was begun is brought to its end first, unless
 * it failed for sure; then what the claim asks for now counts, be it less.
 */
final class ResizeTarget {
    private ResizeTarget() {}

    /** Empty while it is the node's turn. */
    static Optional<Quantity> of(PersistentVolumeClaim claim, PersistentVolume volume) {
        return volume.storageCapacity().compareTo(claim.requestedStorage()) < 0
                ? ofSmallVolume(claim, volume)
                : ofLargeVolume(claim);
    }

    private static Optional<Quantity> ofSmallVolume(PersistentVolumeClaim claim, PersistentVolume volume) {
        Quantity requested = claim.requestedStorage();
        Quantity begun = ResizeStatus.allocated(claim).orElse(requested);
        return switch (ResizeStatus.of(claim)) {
            case ResizeStatus.NODE_INFEASIBLE -> Optional.of(begun);
            case ResizeStatus.NODE_PENDING, ResizeStatus.NODE_IN_PROGRESS ->
                volume.storageCapacity().compareTo(begun) < 0 ? Optional.of(begun) : Optional.empty();
            case ResizeStatus.CONTROLLER_IN_PROGRESS ->
                Optional.of(ResizeStatus.failedAt(claim).isPresent() ? requested : begun);
            default -> Optional.of(requested);
        };
    }

    /** The volume was enlarged already: the claim's status has still to learn of it. */
    private static Optional<Quantity> ofLargeVolume(PersistentVolumeClaim claim) {
        Optional<Quantity> begun = ResizeStatus.allocated(claim);
        Quantity requested = claim.requestedStorage();
        return switch (ResizeStatus.of(claim)) {
            case ResizeStatus.NODE_PENDING, ResizeStatus.NODE_IN_PROGRESS -> Optional.empty();
            case "" ->
                begun.isEmpty() && ResizeStatus.awaitsFileSystem(claim)
                        ? Optional.empty()
                        : Optional.of(begun.orElse(requested));
            default -> Optional.of(begun.orElse(requested));
        };
    }
}
