package io.mooring.binding.control.set;

import io.mooring.workload.Pod;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/**
 * The pods beyond the set's ordinals, downwards: their claims are handed over as the retention policy wants, then they are
 * deleted. Models {@code processCondemned}.
 */
record Condemned(SetView view, Work work) {

    /** Whether the look at the set goes on after them. */
    boolean run() {
        giveOwners();
        return view.isInOrder() ? runInOrder() : runTogether();
    }

    private IntStream ordinals() {
        return view.members().outside(view.start(), view.end());
    }

    /** Upwards, so that the highest pod, which is looked at first, tells whether all claims were handed over. */
    private void giveOwners() {
        OptionalInt highest = ordinals().findFirst();
        if (highest.isEmpty() || claims(highest.getAsInt()).haveOwners()) {
            return;
        }
        int[] upwards = ordinals().sorted().toArray();
        for (int ordinal : upwards) {
            MemberClaims claims = claims(ordinal);
            if (!claims.haveOwners()) {
                claims.giveOwners(work);
            }
        }
    }

    private MemberClaims claims(int ordinal) {
        return MemberClaims.of(view, ordinal, pod(ordinal).metadata());
    }

    private Pod pod(int ordinal) {
        return view.member(ordinal).orElseThrow();
    }

    /** One at a time, each after the one above it is gone. */
    private boolean runInOrder() {
        OptionalInt highest = ordinals().findFirst();
        if (highest.isEmpty()) {
            return true;
        }
        Pod pod = pod(highest.getAsInt());
        boolean isInTurn = view.isAvailable(pod) || isFirstUnavailable(highest.getAsInt());
        if (!pod.metadata().isBeingDeleted() && isInTurn) {
            work.delete(pod);
        }
        return false;
    }

    /** A pod that is not well may go, but not before another one below it that is not well either. */
    private boolean isFirstUnavailable(int highest) {
        return ordinals().filter(ordinal -> ordinal < highest).noneMatch(ordinal -> view.isUnavailable(pod(ordinal)));
    }

    private boolean runTogether() {
        PrimitiveIterator.OfInt ordinals = ordinals().iterator();
        while (ordinals.hasNext()) {
            Pod pod = pod(ordinals.nextInt());
            if (!pod.metadata().isBeingDeleted()) {
                work.delete(pod);
            }
        }
        return true;
    }
}
