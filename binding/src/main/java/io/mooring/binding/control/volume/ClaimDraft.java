package io.mooring.binding.control.volume;

import io.mooring.binding.world.Write;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimStatus;
import java.util.ArrayList;
import java.util.List;

/** The writes about one claim as they add up, each building on the ones before; what changes nothing is left out. */
public final class ClaimDraft {
    private final List<Write> writes = new ArrayList<>();
    private PersistentVolumeClaim claim;

    public ClaimDraft(PersistentVolumeClaim claim) {
        this.claim = claim;
    }

    public PersistentVolumeClaim claim() {
        return claim;
    }

    public void update(PersistentVolumeClaim changed) {
        if (!changed.equals(claim)) {
            claim = changed;
            writes.add(new Write.Update(changed));
        }
    }

    public void status(PersistentVolumeClaimStatus status) {
        if (!status.equals(claim.status())) {
            claim = claim.withStatus(status);
            writes.add(new Write.UpdateStatus(claim));
        }
    }

    public void emit(EventText event) {
        writes.add(event.about(claim));
    }

    public void add(List<Write> others) {
        writes.addAll(others);
    }

    public List<Write> writes() {
        return List.copyOf(writes);
    }
}
