package io.mooring.binding.world;

import io.mooring.admission.Verdict;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import java.util.List;
import java.util.Optional;

/** The last step of every write: a new version is stored, unless nothing changes or nothing is left to wait for. */
final class Commit {
    private Commit() {}

    /**
     * A create of which admission said this.
     *
     * @param numbering the numbers given so far, the object's name included
     */
    static Outcome create(Cluster cluster, Numbering numbering, Verdict verdict) {
        return verdict.accept(Verdict.Cases.of(
                admitted -> create(cluster, numbering, admitted),
                refused -> new Outcome(cluster, Answer.Refused.from(refused))));
    }

    private static Outcome create(Cluster cluster, Numbering numbering, Verdict.Admitted admitted) {
        Optional<? extends KubernetesObject> stored =
                cluster.get(admitted.object().ref());
        return stored.isPresent()
                ? new Outcome(cluster, ApiErrors.alreadyExists(stored.get()))
                : store(cluster.with(numbering.nextUid().nextWrite()), admitted);
    }

    private static Outcome store(Cluster cluster, Verdict.Admitted admitted) {
        Numbering numbering = cluster.numbering();
        KubernetesObject created = ServerMetadata.phaseDated(
                Optional.empty(), ServerMetadata.created(admitted.object(), numbering), numbering);
        return new Outcome(cluster.after(Change.creation(created)), new Answer.Accepted(created, admitted.warnings()));
    }

    /** {@code stored} replaced by {@code object}, which may change anything but its identity. */
    static Outcome replace(Cluster cluster, KubernetesObject stored, KubernetesObject object, List<String> warnings) {
        KubernetesObject kept = ServerMetadata.identityOf(stored, object);
        if (kept.equals(stored)) {
            return new Outcome(cluster, new Answer.Accepted(stored, warnings));
        }
        Numbering numbering = cluster.numbering().nextWrite();
        KubernetesObject updated = ServerMetadata.updated(stored, kept, numbering);
        Cluster next = cluster.with(numbering);
        Cluster after = mayGo(updated) ? remove(next, stored) : put(next, stored, updated);
        return new Outcome(after, new Answer.Accepted(updated, warnings));
    }

    /** {@code stored} replaced by {@code object}, of which the status was written. */
    static Outcome replaceStatus(Cluster cluster, KubernetesObject stored, KubernetesObject object) {
        Numbering numbering = cluster.numbering().nextWrite();
        return replace(cluster, stored, ServerMetadata.phaseDated(Optional.of(stored), object, numbering), List.of());
    }

    static Cluster put(Cluster cluster, KubernetesObject stored, KubernetesObject updated) {
        return cluster.after(Change.update(stored, updated));
    }

    static Cluster remove(Cluster cluster, KubernetesObject stored) {
        return cluster.after(Change.removal(stored));
    }

    /** Models {@code ShouldDeleteDuringUpdate}: it was deleted, and neither a finalizer nor its grace period holds it. */
    private static boolean mayGo(KubernetesObject updated) {
        ObjectMeta metadata = updated.metadata();
        return !NamespaceDeletion.isHeld(updated)
                && metadata.isBeingDeleted()
                && metadata.finalizers().isEmpty()
                && metadata.deletionGracePeriodSeconds().orElse(0L) == 0;
    }
}
