package io.mooring.binding.control.set;

import io.mooring.admission.Verdict;
import io.mooring.binding.claims.StatefulPods;
import io.mooring.binding.control.set.SetEvents.Verb;
import io.mooring.binding.world.Write;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** The pods that a set wants, upwards. Models {@code processReplica}. */
record Replicas(SetView view, Work work) {
    private static final int LARGEST_BATCH = 500;

    /** Whether the look at the set goes on after them. */
    boolean run() {
        return view.isInOrder() ? runInOrder() : runTogether();
    }

    private boolean runInOrder() {
        PrimitiveIterator.OfInt ordinals = ordinals().iterator();
        while (ordinals.hasNext()) {
            if (look(ordinals.nextInt()) != Progress.GO_ON) {
                return false;
            }
        }
        return true;
    }

    /** In batches of 1, 2, 4, ... ordinals; after one in which something fails, none follows. */
    private boolean runTogether() {
        int end = view.start();
        int size = 1;
        boolean hasFailed = false;
        PrimitiveIterator.OfInt ordinals = ordinals().iterator();
        while (ordinals.hasNext()) {
            int ordinal = ordinals.nextInt();
            if (ordinal >= end && hasFailed) {
                return false;
            }
            while (ordinal >= end) {
                end += size;
                size = Math.min(2 * size, LARGEST_BATCH);
            }
            hasFailed |= look(ordinal) == Progress.FAILED;
        }
        return !hasFailed;
    }

    /** Those that may need something. */
    private IntStream ordinals() {
        return view.ownsItsClaims() && view.set().spec().minReadySeconds() == 0
                ? view.members().unsettled(view.start(), view.end())
                : IntStream.range(view.start(), view.end());
    }

    private Progress look(int ordinal) {
        Optional<Pod> member = view.member(ordinal);
        if (member.isEmpty()) {
            return create(ordinal);
        }
        Pod pod = member.get();
        if (pod.hasEnded()) {
            return restart(pod);
        }
        MemberClaims claims = MemberClaims.of(view, ordinal, pod.metadata());
        if (isPending(pod)) {
            if (claims.make(work).isPresent()) {
                return Progress.FAILED;
            }
            claims.giveOwners(work);
        }
        if (view.isInOrder() && view.isUnavailable(pod)) {
            return Progress.WAIT;
        }
        return repair(pod, claims);
    }

    /** A pod that has run to its end goes, and is made anew once it is gone. */
    private Progress restart(Pod pod) {
        if (!pod.metadata().isBeingDeleted()) {
            work.delete(pod);
        }
        return Progress.WAIT;
    }

    /** Models {@code CreateStatefulPod}. */
    private Progress create(int ordinal) {
        Pod pod = view.newPod(ordinal);
        MemberClaims claims = MemberClaims.of(view, ordinal, pod.metadata());
        if (claims.isStale() || view.isNameTaken(ordinal)) {
            return Progress.WAIT;
        }
        Optional<String> problem = claims.make(work);
        String name = pod.metadata().name();
        if (problem.isPresent()) {
            work.add(work.events().podFailed(Verb.CREATE, name, problem.get()));
            return Progress.FAILED;
        }
        if (claims.isMissingAny() && !view.retainsAll()) {
            // Their owners can be told once they are there; the claims wake the set.
            return Progress.WAIT;
        }
        claims.giveOwners(work);
        return create(pod);
    }

    private Progress create(Pod pod) {
        String name = pod.metadata().name();
        Verdict verdict = view.world().verdictOn(pod);
        if (verdict instanceof Verdict.Refused refused) {
            work.add(work.events().podFailed(Verb.CREATE, name, refused.message()));
            work.addHopeless(new Write.Create(pod));
            return Progress.FAILED;
        }
        work.add(new Write.CreateAdmitted((Verdict.Admitted) verdict));
        work.add(work.events().pod(Verb.CREATE, name));
        return view.isInOrder() ? Progress.WAIT : Progress.GO_ON;
    }

    private static boolean isPending(Pod pod) {
        return pod.status().phase().equals(Optional.of(PodPhase.PENDING));
    }

    /**
     * Models {@code UpdateStatefulPod}: tells of an update whenever it found something to put right. The claims of a pending
     * pod have just been put right.
     */
    private Progress repair(Pod pod, MemberClaims claims) {
        Pod conforming = StatefulPods.conform(view.set(), pod);
        boolean haveOwners = isPending(pod) || claims.haveOwners();
        if (conforming.equals(pod) && haveOwners) {
            return Progress.GO_ON;
        }
        if (!haveOwners) {
            claims.giveOwners(work);
        }
        work.add(new Write.Update(conforming));
        work.add(work.events().pod(Verb.UPDATE, pod.metadata().name()));
        return Progress.GO_ON;
    }
}
