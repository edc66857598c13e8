package io.mooring.binding.control.set;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Lister;
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
record MembersBySet(HashPMap<String, SetMembers> sets) {
    SetMembers of(StatefulSet set) {
        return of(set.metadata().uid());
    }

    private SetMembers of(String uid) {
        return sets.getOrDefault(uid, SetMembers.NONE);
    }

    /** Kept up to date pod by pod. */
    static final class Kept implements View<MembersBySet> {
        @Override
        public MembersBySet start() {
            return new MembersBySet(HashTreePMap.empty());
        }

        @Override
        public MembersBySet after(MembersBySet members, Change change, Lister objects) {
            return change.isOf(Pod.KIND)
                    ? members.after(
                            change.before(Pod.KIND).orElse(null),
                            change.after(Pod.KIND).orElse(null))
                    : members;
        }
    }

    private MembersBySet after(@Nullable Pod before, @Nullable Pod after) {
        SetMembers.Membership was =
                before == null ? null : SetMembers.of(before).orElse(null);
        SetMembers.Membership is = after == null ? null : SetMembers.of(after).orElse(null);
        if (before != null && after != null && was != null && was.equals(is)) {
            return new MembersBySet(sets.plus(was.set(), of(was.set()).with(before, after, was.ordinal())));
        }
        MembersBySet changed = this;
        if (before != null && was != null) {
            changed = changed.with(was.set(), of(was.set()).without(before, was.ordinal()));
        }
        if (after != null && is != null) {
            changed = changed.with(is.set(), changed.of(is.set()).with(after, is.ordinal()));
        }
        return changed;
    }

    private MembersBySet with(String set, SetMembers members) {
        return new MembersBySet(members.isEmpty() ? sets.minus(set) : sets.plus(set, members));
    }
}
