package io.mooring.binding.plan;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.util.Optional;

/** Who makes a volume for a claim that fits none. */
final class VolumeMaker {
    private VolumeMaker() {}

    /**
     * The provisioner that is asked; empty if nobody is, or if it cannot be what the claim wants: no provisioner takes a claim
     * with a selector, and a named volume is not made.
     */
    static Optional<String> of(Cluster cluster, PersistentVolumeClaim claim) {
        if (claim.volume().isPresent() || claim.spec().selector().isPresent()) {
            return Optional.empty();
        }
        String className = claim.className()
                .or(() -> StorageClasses.defaultClass(cluster)
                        .map(found -> found.metadata().name()))
                .orElse("");
        Optional<StorageClass> storageClass = className.isEmpty() ? Optional.empty() : cluster.storageClass(className);
        return storageClass.flatMap(found ->
                ClaimFindings.provisioning(claim, found) instanceof ClaimBindingFinding.AwaitsProvisioner awaits
                        ? Optional.of(awaits.provisioner())
                        : Optional.empty());
    }
}
