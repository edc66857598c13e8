package io.mooring.binding.world;

import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonNumber;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The API server's delete. Models {@code registry.Store.Delete} with {@code rest.BeforeDelete}. */
final class ApiDeletion {

    private static final long DEFAULT_GRACE_SECONDS = 30;

    private ApiDeletion() {}

    static Outcome delete(Cluster cluster, Ref<?> object, Deletion options) {
        Optional<Answer> immortal = NamespaceDeletion.refusal(object);
        if (immortal.isPresent()) {
            return new Outcome(cluster, immortal.get());
        }
        Optional<? extends KubernetesObject> found = cluster.get(object);
        if (found.isEmpty()) {
            return new Outcome(cluster, ApiErrors.notFound(object));
        }
        KubernetesObject stored = found.get();
        return refusal(stored, options)
                .map(refused -> new Outcome(cluster, refused))
                .orElseGet(() -> NamespaceDeletion.waits(stored)
                        ? NamespaceDeletion.begin(cluster, (Namespace) stored, options)
                        : delete(cluster, stored, options));
    }

    private static Optional<Answer> refusal(KubernetesObject stored, Deletion options) {
        ObjectMeta metadata = stored.metadata();
        Optional<String> otherUid = options.uid().filter(uid -> !uid.equals(metadata.uid()));
        if (otherUid.isPresent()) {
            return otherUid.map(uid -> ApiErrors.otherUid(stored, uid));
        }
        return options.resourceVersion()
                .filter(version -> !version.equals(metadata.resourceVersion()))
                .map(version -> ApiErrors.otherVersion(stored, version));
    }

    private static Outcome delete(Cluster cluster, KubernetesObject stored, Deletion options) {
        List<String> finalizers = finalizers(stored.metadata(), options.propagation());
        long grace = graceSeconds(stored, options);
        Numbering numbering = cluster.numbering().nextWrite();
        if (finalizers.isEmpty() && grace == 0) {
            return ApiVerbs.accepted(Commit.remove(cluster.with(numbering), stored), stored);
        }
        if (isNothingNew(stored.metadata(), finalizers, grace)) {
            return ApiVerbs.accepted(cluster, stored);
        }
        KubernetesObject deleting = ServerMetadata.deleting(stored, finalizers, grace, numbering);
        return ApiVerbs.accepted(Commit.put(cluster.with(numbering), stored, deleting), deleting);
    }

    private static boolean isNothingNew(ObjectMeta metadata, List<String> finalizers, long grace) {
        return metadata.isBeingDeleted()
                && metadata.finalizers().equals(finalizers)
                && metadata.deletionGracePeriodSeconds().orElse(0L) == grace;
    }

    /** Models {@code deletionFinalizersForGarbageCollection}: what was asked for, else what the finalizers say. */
    static List<String> finalizers(ObjectMeta metadata, Optional<Propagation> asked) {
        if (asked.isEmpty()) {
            return metadata.finalizers();
        }
        List<String> finalizers = new ArrayList<>(metadata.finalizers());
        finalizers.removeIf(
                each -> each.equals(Deletion.FOREGROUND_FINALIZER) || each.equals(Deletion.ORPHAN_FINALIZER));
        if (asked.get() == Propagation.FOREGROUND) {
            finalizers.add(Deletion.FOREGROUND_FINALIZER);
        }
        if (asked.get() == Propagation.ORPHAN) {
            finalizers.add(Deletion.ORPHAN_FINALIZER);
        }
        return finalizers;
    }

    /** Models {@code podStrategy.CheckGracefulDelete}: only pods that may run on a node take time; it can only shrink. */
    private static long graceSeconds(KubernetesObject stored, Deletion options) {
        if (!(stored instanceof Pod pod) || !pod.isPlaced() || pod.hasEnded()) {
            return 0;
        }
        long asked = options.gracePeriodSeconds().orElseGet(() -> ownGraceSeconds(pod));
        long wanted = asked < 0 ? 1 : asked;
        return Math.min(wanted, pod.metadata().deletionGracePeriodSeconds().orElse(wanted));
    }

    private static long ownGraceSeconds(Pod pod) {
        return pod.spec()
                .rest()
                .get("terminationGracePeriodSeconds")
                .filter(JsonNumber.class::isInstance)
                .map(value -> ((JsonNumber) value).toLong().orElse(DEFAULT_GRACE_SECONDS))
                .orElse(DEFAULT_GRACE_SECONDS);
    }
}
