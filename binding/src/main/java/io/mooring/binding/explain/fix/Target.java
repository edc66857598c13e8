package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FixResult;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import java.util.List;
import java.util.Optional;

/** An object, and how it is to stand. */
interface Target {
    Ref<?> object();

    /** Whether it stands so. */
    boolean isReached(Cluster settled);

    /** How it stands: equal before and after a change that does nothing for it. */
    Object standing(Cluster settled);

    /** What may help, in the order in which it is tried. */
    List<Proposal> proposals(Cluster settled);

    /** Whether this object is lost on purpose, or is the target's own to replace. */
    boolean mayLose(KubernetesObject object);

    /** What is left to others where it stands so, a sentence without a full stop each. */
    default List<String> openEnds(Cluster settled) {
        return List.of();
    }

    /** The kinds that would have to be known; none if all that matters is known. */
    default List<ObjectKind<?>> unknown(Cluster settled) {
        return List.of();
    }

    /** What holds it that only others can let go. */
    default List<Fact> holds(Cluster settled) {
        return List.of();
    }

    /** Why nothing can help, where that can be seen without trying. */
    default Optional<FixResult> contradiction(Cluster settled) {
        return Optional.empty();
    }
}
