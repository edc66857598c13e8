package io.mooring.binding.explain.claim;

import io.mooring.binding.explain.FactCode;
import io.mooring.binding.match.Mismatch;
import java.util.ArrayList;
import java.util.List;

/** What kind of fact a mismatch is. */
enum MismatchCode implements Mismatch.Cases<FactCode> {
    OF_MISMATCH;

    /** All that speaks against a volume, or that it fits. */
    static List<FactCode> of(VolumeVerdict verdict) {
        List<FactCode> codes = new ArrayList<>();
        verdict.reasons().forEach(mismatch -> codes.add(mismatch.accept(OF_MISMATCH)));
        if (codes.isEmpty()) {
            codes.add(verdict.isOutOfReach() ? FactCode.VOLUME_REACH : FactCode.VOLUME_FITS);
        }
        return codes;
    }

    @Override
    public FactCode selectorUnreadable(Mismatch.SelectorUnreadable mismatch) {
        return FactCode.CLAIM_SELECTOR;
    }

    @Override
    public FactCode accessModesNotOffered(Mismatch.AccessModesNotOffered mismatch) {
        return FactCode.VOLUME_ACCESS_MODES;
    }

    @Override
    public FactCode alreadyTaken(Mismatch.AlreadyTaken mismatch) {
        return FactCode.VOLUME_TAKEN;
    }

    @Override
    public FactCode takenBy(Mismatch.TakenBy mismatch) {
        return FactCode.VOLUME_TAKEN;
    }

    @Override
    public FactCode takenByNamesake(Mismatch.TakenByNamesake mismatch) {
        return FactCode.VOLUME_TAKEN;
    }

    @Override
    public FactCode capacityTooSmall(Mismatch.CapacityTooSmall mismatch) {
        return FactCode.VOLUME_CAPACITY;
    }

    @Override
    public FactCode volumeModeDiffers(Mismatch.VolumeModeDiffers mismatch) {
        return FactCode.VOLUME_MODE;
    }

    @Override
    public FactCode attributesClassDiffers(Mismatch.AttributesClassDiffers mismatch) {
        return FactCode.VOLUME_ATTRIBUTES_CLASS;
    }

    @Override
    public FactCode beingDeleted(Mismatch.BeingDeleted mismatch) {
        return FactCode.VOLUME_DELETION;
    }

    @Override
    public FactCode bindingDelayed(Mismatch.BindingDelayed mismatch) {
        return FactCode.VOLUME_DELAYED;
    }

    @Override
    public FactCode notAvailable(Mismatch.NotAvailable mismatch) {
        return FactCode.VOLUME_PHASE;
    }

    @Override
    public FactCode selectorMismatch(Mismatch.SelectorMismatch mismatch) {
        return FactCode.VOLUME_LABELS;
    }

    @Override
    public FactCode classDiffers(Mismatch.ClassDiffers mismatch) {
        return FactCode.VOLUME_CLASS;
    }

    @Override
    public FactCode notReachable(Mismatch.NotReachable mismatch) {
        return FactCode.VOLUME_REACH;
    }
}
