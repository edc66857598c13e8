package io.mooring.binding.explain.claim;

import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.match.Mismatch;
import io.mooring.storage.VolumePhase;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The changes to a volume that take a mismatch away; an empty list if another change takes it away too. Absent if nothing
 * does that leaves the storage and other people's volumes as they are.
 */
record ChangesByMismatch(VolumeEdits edits, VolumeBindingFinding finding)
        implements Mismatch.Cases<Optional<List<VolumeChange>>> {
    private static final Set<VolumePhase> FREED_BY_CLAIM_REF = Set.of(VolumePhase.RELEASED, VolumePhase.FAILED);

    @Override
    public Optional<List<VolumeChange>> takenBy(Mismatch.TakenBy mismatch) {
        return edits.clearing(finding).map(List::of);
    }

    @Override
    public Optional<List<VolumeChange>> takenByNamesake(Mismatch.TakenByNamesake mismatch) {
        return edits.clearing(finding).map(List::of);
    }

    /** The phase follows the claimRef. */
    @Override
    public Optional<List<VolumeChange>> notAvailable(Mismatch.NotAvailable mismatch) {
        return mismatch.phase().filter(FREED_BY_CLAIM_REF::contains).map(phase -> List.of());
    }

    @Override
    public Optional<List<VolumeChange>> classDiffers(Mismatch.ClassDiffers mismatch) {
        return edits.isWanted(finding.about())
                ? Optional.empty()
                : Optional.of(List.of(new VolumeChange.SetClass(mismatch.offered(), mismatch.requested())));
    }

    @Override
    public Optional<List<VolumeChange>> selectorUnreadable(Mismatch.SelectorUnreadable mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> accessModesNotOffered(Mismatch.AccessModesNotOffered mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> alreadyTaken(Mismatch.AlreadyTaken mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> capacityTooSmall(Mismatch.CapacityTooSmall mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> volumeModeDiffers(Mismatch.VolumeModeDiffers mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> attributesClassDiffers(Mismatch.AttributesClassDiffers mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> beingDeleted(Mismatch.BeingDeleted mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> bindingDelayed(Mismatch.BindingDelayed mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> selectorMismatch(Mismatch.SelectorMismatch mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> notReachable(Mismatch.NotReachable mismatch) {
        return Optional.empty();
    }
}
