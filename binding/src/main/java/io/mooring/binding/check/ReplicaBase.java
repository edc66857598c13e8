package io.mooring.binding.check;

import io.mooring.binding.claims.StatefulPodName;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Optional;

/**
 * What the names of the claims from one template have in common: all but the ordinal.
 *
 * @param name such as {@code www-web}
 */
record ReplicaBase(String namespace, String name) {
    static Optional<ReplicaBase> of(Ref<PersistentVolumeClaim> claim) {
        return StatefulPodName.parse(claim.name()).map(name -> new ReplicaBase(claim.namespace(), name.set()));
    }
}
