package io.mooring.binding.control.volume;

import io.mooring.binding.world.Index;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OwnerReference;

/** The objects that others own. */
public final class Dependents {
    /** The objects by the uids of those that they name as owners. */
    public static final Index<KubernetesObject, String> BY_OWNER = Index.ofAll(
            object -> object.metadata().ownerReferences(),
            object -> object.metadata().ownerReferences().stream()
                    .map(OwnerReference::uid)
                    .distinct()
                    .toList());

    private Dependents() {}
}
