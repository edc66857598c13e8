package io.mooring.binding.control;

import io.mooring.binding.cluster.Write;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimStatus;
import java.util.ArrayList;
import java.util.List;

/** The writes about one claim as they add up, each building on the ones before; what changes nothing is left out. */
final class ClaimDraft {
    private final List<Write> writes = new ArrayList<>();
    private PersistentVolumeClaim claim;

    ClaimDraft(PersistentVolumeClaim claim) {
        this.claim = claim;
    }

    PersistentVolumeClaim claim() {
        return claim;
    }

    boolean isIn(ClaimPhase phase) {
        return claim.status().phase().filter(phase::equals).isPresent();
    }

    void update(PersistentVolumeClaim changed) {
        if (!changed.equals(claim)) {
            claim = changed;
            writes.add(new Write.Update(changed));
        }
    }

    void status(PersistentVolumeClaimStatus status) {
        if (!status.equals(claim.status())) {
            claim = claim.withStatus(status);
            writes.add(new Write.UpdateStatus(claim));
        }
    }

    void tell(Report report) {
        writes.add(report.about(claim));
    }

    void also(List<Write> others) {
        writes.addAll(others);
    }

    List<Write> writes() {
        return List.copyOf(writes);
    }
}
