package io.mooring.binding.explain;

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
        implements Mismatch.Visitor<Optional<List<VolumeChange>>> {
    private static final Set<VolumePhase> FREED_BY_CLAIM_REF = Set.of(VolumePhase.RELEASED, VolumePhase.FAILED);

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.TakenBy mismatch) {
        return edits.clearing(finding).map(List::of);
    }

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.TakenByNamesake mismatch) {
        return edits.clearing(finding).map(List::of);
    }

    /** The phase follows the claimRef. */
    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.NotAvailable mismatch) {
        return mismatch.phase().filter(FREED_BY_CLAIM_REF::contains).map(phase -> List.of());
    }

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.ClassDiffers mismatch) {
        return edits.isWanted(finding.about())
                ? Optional.empty()
                : Optional.of(List.of(new VolumeChange.SetClass(mismatch.offered(), mismatch.requested())));
    }

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.SelectorUnreadable mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.AccessModesNotOffered mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.AlreadyTaken mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.CapacityTooSmall mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.VolumeModeDiffers mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.AttributesClassDiffers mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.BeingDeleted mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.BindingDelayed mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.SelectorMismatch mismatch) {
        return Optional.empty();
    }

    @Override
    public Optional<List<VolumeChange>> visit(Mismatch.NotReachable mismatch) {
        return Optional.empty();
    }
}
