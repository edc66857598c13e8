package io.mooring.binding.world;

import io.mooring.admission.Verdict;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import java.util.List;
import java.util.Optional;

/** The last step of every write: a new version is stored, unless nothing changes or nothing is left to wait for. */
final class Storing {
    private Storing() {}

    /**
     * A create of which admission said this.
     *
     * @param numbering the numbers given so far, the object's name included
     */
    static Outcome create(Cluster world, Numbering numbering, Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            return new Outcome(world, Answer.Refused.from(refused));
        }
        Verdict.Admitted admitted = (Verdict.Admitted) verdict;
        Optional<KubernetesObject> stored = world.get(admitted.object().ref());
        return stored.isPresent()
                ? new Outcome(world, Refusals.alreadyExists(stored.get()))
                : create(world.with(numbering.nextUid().nextWrite()), admitted);
    }

    private static Outcome create(Cluster world, Verdict.Admitted admitted) {
        Numbering numbering = world.numbering();
        KubernetesObject created =
                Stamps.phaseDated(Optional.empty(), Stamps.created(admitted.object(), numbering), numbering);
        Cluster after = world.changed(new Change(Optional.empty(), Optional.of(created)));
        return new Outcome(after, new Answer.Accepted(created, admitted.warnings()));
    }

    /** {@code stored} replaced by {@code object}, which may change anything but its identity. */
    static Outcome replace(Cluster world, KubernetesObject stored, KubernetesObject object, List<String> warnings) {
        KubernetesObject kept = Stamps.identityOf(stored, object);
        if (kept.equals(stored)) {
            return new Outcome(world, new Answer.Accepted(stored, warnings));
        }
        Numbering numbering = world.numbering().nextWrite();
        KubernetesObject updated = Stamps.updated(stored, kept, numbering);
        Cluster next = world.with(numbering);
        Cluster after = mayGo(updated.metadata()) ? remove(next, stored) : put(next, stored, updated);
        return new Outcome(after, new Answer.Accepted(updated, warnings));
    }

    static Cluster put(Cluster world, KubernetesObject stored, KubernetesObject updated) {
        return world.changed(new Change(Optional.of(stored), Optional.of(updated)));
    }

    static Cluster remove(Cluster world, KubernetesObject stored) {
        return world.changed(new Change(Optional.of(stored), Optional.empty()));
    }

    /** Models {@code ShouldDeleteDuringUpdate}: it was deleted, and neither a finalizer nor its grace period holds it. */
    private static boolean mayGo(ObjectMeta metadata) {
        return metadata.isBeingDeleted()
                && metadata.finalizers().isEmpty()
                && metadata.deletionGracePeriodSeconds().orElse(0L) == 0;
    }
}
