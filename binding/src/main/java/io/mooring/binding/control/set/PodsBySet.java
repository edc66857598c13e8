package io.mooring.binding.control.set;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.View;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * The pods of all StatefulSets, counted set by set.
 *
 * @param sets by the set's uid
 */
record PodsBySet(HashPMap<String, SetPods> sets) {
    /** The pods of every set, kept up to date pod by pod. */
    static final View<PodsBySet> VIEW = View.of(Pod.KIND, new PodsBySet(HashTreePMap.empty()), PodsBySet::after);

    SetPods of(StatefulSet set) {
        return of(set.metadata().uid());
    }

    private SetPods of(String uid) {
        return sets.getOrDefault(uid, SetPods.NONE);
    }

    private PodsBySet after(Change<Pod> change) {
        @Nullable Pod before = change.before().orElse(null);
        @Nullable Pod after = change.after().orElse(null);
        SetPods.SetOrdinal was = before == null ? null : SetPods.of(before).orElse(null);
        SetPods.SetOrdinal is = after == null ? null : SetPods.of(after).orElse(null);
        if (before != null && after != null && was != null && was.equals(is)) {
            return new PodsBySet(sets.plus(was.set(), of(was.set()).with(before, after, was.ordinal())));
        }
        PodsBySet changed = this;
        if (before != null && was != null) {
            changed = changed.with(was.set(), of(was.set()).without(before, was.ordinal()));
        }
        if (after != null && is != null) {
            changed = changed.with(is.set(), changed.of(is.set()).with(after, is.ordinal()));
        }
        return changed;
    }

    private PodsBySet with(String set, SetPods pods) {
        return new PodsBySet(pods.isEmpty() ? sets.minus(set) : sets.plus(set, pods));
    }
}
