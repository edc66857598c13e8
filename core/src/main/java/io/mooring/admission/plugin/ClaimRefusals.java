package io.mooring.admission.plugin;

import io.mooring.admission.Verdict;
import io.mooring.admission.policy.Refusals;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaim;

/** How plug-ins refuse a claim; one without a name yet goes by what its name is made from. */
final class ClaimRefusals {
    private ClaimRefusals() {}

    static Verdict.Refused forbidden(PersistentVolumeClaim claim, String why) {
        ObjectMeta metadata = claim.metadata();
        String name = metadata.name().isEmpty() ? metadata.generateName() : metadata.name();
        return Refusals.forbidden(PersistentVolumeClaim.KIND, name, why);
    }
}
