package io.mooring.admission;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import java.util.List;
import java.util.Optional;

/** Every kind that admission knows more about than how to read it. */
final class KindPolicies {
    private static final List<KindPolicy<?>> ALL = List.of(
            new PersistentVolumePolicy(), //
            new StorageClassPolicy(),
            new VolumeAttributesClassPolicy(),
            new ClaimPolicy(),
            new StatefulSetPolicy(),
            new PodPolicy());

    private KindPolicies() {}

    @SuppressWarnings("unchecked")
    static <T extends KubernetesObject> Optional<KindPolicy<T>> of(ObjectKind<T> kind) {
        return ALL.stream()
                .filter(policy -> policy.kind().equals(kind))
                .map(policy -> (KindPolicy<T>) policy)
                .findFirst();
    }
}
