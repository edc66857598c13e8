package io.mooring.binding.control.resize;

import io.mooring.binding.control.Modification;
import io.mooring.binding.control.volume.ClaimDraft;
import io.mooring.binding.control.volume.EventText;
import io.mooring.binding.control.volume.VolumeDraft;
import io.mooring.binding.world.Write;
import io.mooring.storage.PersistentVolume;
import java.time.Instant;
import java.util.List;

/**
 * What is written about a claim and its volume after a modification was asked for. Models {@code
 * controllerModifyVolumeWithTarget}.
 *
 * @param attributesClass the name of the class whose attributes the volume was to get
 */
record ModificationWrites(ClaimDraft claim, PersistentVolume volume, String attributesClass, Instant now)
        implements Modification.Cases<ClaimDraft> {

    /** The volume first, lest the claim has attributes that its volume has not. */
    @Override
    public ClaimDraft modified(Modification.Modified answer) {
        VolumeDraft draft = new VolumeDraft(volume);
        draft.update(volume.withSpec(volume.spec().withVolumeAttributesClassName(attributesClass)));
        claim.add(draft.writes());
        claim.status(ModificationStatus.completed(claim.claim()));
        claim.emit(EventText.normal(
                "VolumeModifySuccessful",
                "external resizer modified volume " + claim.claim().metadata().name() + " with vac " + attributesClass
                        + " successfully"));
        return claim;
    }

    @Override
    public ClaimDraft infeasible(Modification.Infeasible answer) {
        claim.status(ModificationStatus.infeasible(claim.claim(), answer.message(), now));
        return failed(answer.message());
    }

    @Override
    public ClaimDraft failed(Modification.Failed answer) {
        claim.status(ModificationStatus.failed(claim.claim(), answer.message(), now));
        return failed(answer.message());
    }

    @Override
    public ClaimDraft unfinished(Modification.Unfinished answer) {
        claim.status(ModificationStatus.unfinished(claim.claim(), answer.message(), now));
        return failed(answer.message() + ". Still modifying to VAC " + attributesClass);
    }

    private ClaimDraft failed(String message) {
        claim.emit(EventText.warning(AttributesModifier.FAILED, message));
        claim.add(List.of(new Write.LookAgain(AttributesModifier.RETRY)));
        return claim;
    }
}
