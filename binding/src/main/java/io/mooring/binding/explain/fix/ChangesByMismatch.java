package io.mooring.binding.explain.fix;

import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.finding.VolumeHolder;
import io.mooring.binding.match.Mismatch;
import io.mooring.meta.LabelRequirement;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumePhase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The changes to a volume that take a mismatch away; an empty list if another change takes it away too. Absent if nothing
 * does that leaves the storage and other people's volumes as they are.
 */
record ChangesByMismatch(VolumeEdits edits, PersistentVolume volume)
        implements Mismatch.Cases<Optional<List<VolumeChange>>> {
    private static final Set<VolumePhase> FREED_BY_CLAIM_REF = Set.of(VolumePhase.RELEASED, VolumePhase.FAILED);

    @Override
    public Optional<List<VolumeChange>> takenBy(Mismatch.TakenBy mismatch) {
        return freeing();
    }

    @Override
    public Optional<List<VolumeChange>> takenByNamesake(Mismatch.TakenByNamesake mismatch) {
        return freeing();
    }

    /**
     * Only what is kept by the policy Retain, only while no other claim has the former one's name, and only within its
     * namespace: data are not handed to another tenant.
     */
    private Optional<List<VolumeChange>> freeing() {
        return VolumeFindings.of(edits.cluster(), volume) instanceof VolumeBindingFinding.Retained retained
                        && isOurs(retained.holder())
                ? Optional.of(List.of(VolumeChange.clear(volume, retained.holder())))
                : Optional.empty();
    }

    private boolean isOurs(VolumeHolder holder) {
        boolean isSuccessorElsewhere = !holder.claim().equals(edits.claim().ref())
                && edits.cluster().get(holder.claim()).isPresent();
        return !isSuccessorElsewhere
                && holder.claim().namespace().equals(edits.claim().ref().namespace());
    }

    /** The phase follows the claimRef. */
    @Override
    public Optional<List<VolumeChange>> notAvailable(Mismatch.NotAvailable mismatch) {
        return mismatch.phase().filter(FREED_BY_CLAIM_REF::contains).map(phase -> List.of());
    }

    @Override
    public Optional<List<VolumeChange>> classDiffers(Mismatch.ClassDiffers mismatch) {
        return edits.isWanted(volume)
                ? Optional.empty()
                : Optional.of(List.of(VolumeChange.setClass(volume, mismatch.offered(), mismatch.requested())));
    }

    /** Labels for what is not met; none if no labels can meet it. */
    @Override
    public Optional<List<VolumeChange>> selectorMismatch(Mismatch.SelectorMismatch mismatch) {
        ExampleLabels example = ExampleLabels.of(mismatch.selector());
        if (example.contradiction().isPresent() || edits.isWanted(volume)) {
            return Optional.empty();
        }
        Map<String, Optional<String>> labels = new TreeMap<>();
        for (LabelRequirement unmet : mismatch.unmet()) {
            labels.put(unmet.key(), Optional.ofNullable(example.labels().get(unmet.key())));
        }
        return Optional.of(List.of(VolumeChange.label(volume, labels)));
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
    public Optional<List<VolumeChange>> notReachable(Mismatch.NotReachable mismatch) {
        return Optional.empty();
    }
}
