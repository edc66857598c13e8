package io.mooring.admission.plugin;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.policy.Plugin;
import io.mooring.schema.Update;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.util.Optional;

/**
 * Lets a claim grow only where its class says so. Models the plug-in PersistentVolumeClaimResize; that only a bound claim
 * grows has been checked before.
 */
public final class ClaimResize implements Plugin<PersistentVolumeClaim> {

    @Override
    public Optional<Verdict.Refused> refuseUpdate(Update<PersistentVolumeClaim> change, AdmissionWorld world) {
        PersistentVolumeClaim stored = change.stored();
        if (change.updated().requestedStorage().compareTo(stored.requestedStorage()) <= 0) {
            return Optional.empty();
        }
        if (!mayGrow(change, world)) {
            return Optional.of(ClaimRefusals.forbidden(
                    change.updated(),
                    "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must"
                            + " support resize"));
        }
        return Optional.empty();
    }

    private static boolean mayGrow(Update<PersistentVolumeClaim> change, AdmissionWorld world) {
        String name = change.stored().className().orElse("");
        return !name.isEmpty()
                && name.equals(change.updated().className().orElse(""))
                && world.find(StorageClass.KIND, "", name)
                        .flatMap(StorageClass::allowVolumeExpansion)
                        .orElse(false);
    }
}
