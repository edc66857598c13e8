package io.mooring.binding.control.volume;

import io.mooring.binding.world.Index;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OwnerReference;

/** Who belongs to whom. */
public final class Owners {
    /** The objects by the uids of those that they name as owners. */
    public static final Index<KubernetesObject, String> DEPENDENTS = Index.ofAll(
            object -> object.metadata().ownerReferences(),
            object -> object.metadata().ownerReferences().stream()
                    .map(OwnerReference::uid)
                    .distinct()
                    .toList());

    private Owners() {}
}
