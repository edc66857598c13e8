package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.NamespacePhase;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import java.util.List;
import java.util.Optional;

/**
 * What is different where a namespace is deleted: it waits for its content, which its spec's finalizers stand for. Models
 * {@code Delete} of {@code pkg/registry/core/namespace/storage}.
 */
final class NamespaceDeletion {
    private NamespaceDeletion() {}

    /** Some may not be deleted at all, whether they are objects of this cluster or not. */
    static Optional<Answer> refusal(Ref<?> object) {
        return object.kind().equals(Namespace.KIND) && Namespace.IMMORTAL.contains(object.name())
                ? Optional.of(ApiErrors.forbidden(object, "this namespace may not be deleted"))
                : Optional.empty();
    }

    /** Whether the finalizers of its spec keep it. */
    static boolean isHeld(KubernetesObject object) {
        return object instanceof Namespace namespace && !namespace.isFinalized();
    }

    /** Whether a deletion does no more than begin; it does so even if nothing holds the namespace. */
    static boolean waits(KubernetesObject object) {
        return object instanceof Namespace namespace
                && !(namespace.metadata().isBeingDeleted() && namespace.isFinalized());
    }

    /** The namespace is marked; asked again, nothing happens. */
    static Outcome begin(Cluster cluster, Namespace stored, Deletion options) {
        if (stored.metadata().isBeingDeleted()) {
            return ApiVerbs.accepted(cluster, stored);
        }
        Numbering numbering = cluster.numbering().nextWrite();
        List<String> finalizers = ApiDeletion.finalizers(stored.metadata(), options.propagation());
        Namespace deleting = stored.withPhase(NamespacePhase.TERMINATING)
                .withMetadata(ObjectMeta.builder()
                        .from(stored.metadata().withFinalizers(finalizers))
                        .deletionTimestamp(numbering.now())
                        .resourceVersion(numbering.version())
                        .build());
        return ApiVerbs.accepted(Commit.put(cluster.with(numbering), stored, deleting), deleting);
    }
}
