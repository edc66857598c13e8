package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.time.Duration;
import java.util.List;

/** How things stand with one replica that its StatefulSet wants. Models {@code processReplica}. */
public sealed interface ReplicaFinding {

    /** The replica's pod, whether it exists or not. */
    Ref<Pod> pod();

    /** What it means for the replicas after this one. */
    Effect effect();

    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** What a finding means for the replicas after it. */
    enum Effect {
        /** Nothing. */
        NONE,
        /** Where replicas come one after the other (OrderedReady), the next one waits for it. Upstream: {@code shouldExit}. */
        HOLDS_UP_THE_NEXT,
        /** The API refuses something: where replicas come together (Parallel), the next batch waits. Upstream: an error. */
        FAILS
    }

    /** One case for each kind of finding. */
    interface Cases<R> {
        R ready(Ready finding);

        R missing(Missing finding);

        R claimsFirst(ClaimsFirst finding);

        R staleClaim(StaleClaim finding);

        R nameTaken(NameTaken finding);

        R claimsRefused(ClaimsRefused finding);

        R podRefused(PodRefused finding);

        R tooMany(TooMany finding);

        R ended(Ended finding);

        R terminating(Terminating finding);

        R pendingWithoutClaims(PendingWithoutClaims finding);

        R outOfShape(OutOfShape finding);

        R notReady(NotReady finding);

        R outdatedNotReady(OutdatedNotReady finding);

        R notAvailable(NotAvailable finding);
    }

    /** It is as it should be. */
    record Ready(Ref<Pod> pod) implements ReplicaFinding {
        @Override
        public Effect effect() {
            return Effect.NONE;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.ready(this);
        }
    }

    /**
     * There is no pod: it is made now.
     *
     * @param revision what it is made of
     * @param claims the claims that are made before it
     */
    record Missing(Ref<Pod> pod, String revision, List<Ref<PersistentVolumeClaim>> claims) implements ReplicaFinding {
        public Missing {
            claims = List.copyOf(claims);
        }

        @Override
        public Effect effect() {
            return Effect.HOLDS_UP_THE_NEXT;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.missing(this);
        }
    }

    /**
     * There is no pod: its claims are made now, and it follows once they are there, since it is they that get owners with it.
     *
     * @param claims the claims that are made
     */
    record ClaimsFirst(Ref<Pod> pod, List<Ref<PersistentVolumeClaim>> claims) implements ReplicaFinding {
        public ClaimsFirst {
            claims = List.copyOf(claims);
        }

        @Override
        public Effect effect() {
            return Effect.HOLDS_UP_THE_NEXT;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.claimsFirst(this);
        }
    }

    /** There is no pod, and none is made while the claim is still an earlier pod's, with which it goes. */
    record StaleClaim(Ref<Pod> pod, Ref<PersistentVolumeClaim> claim) implements ReplicaFinding {
        @Override
        public Effect effect() {
            return Effect.HOLDS_UP_THE_NEXT;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.staleClaim(this);
        }
    }

    /** The pod of that name is not the set's. */
    record NameTaken(Ref<Pod> pod) implements ReplicaFinding {
        @Override
        public Effect effect() {
            return Effect.HOLDS_UP_THE_NEXT;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.nameTaken(this);
        }
    }

    /**
     * There is no pod, and none is made without its claims.
     *
     * @param obstacles why it cannot have them, one or more
     */
    record ClaimsRefused(Ref<Pod> pod, List<ClaimObstacle> obstacles) implements ReplicaFinding {
        public ClaimsRefused {
            obstacles = List.copyOf(obstacles);
        }

        @Override
        public Effect effect() {
            return Effect.FAILS;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.claimsRefused(this);
        }
    }

    /**
     * There is no pod, and the API refuses it.
     *
     * @param message the API's
     */
    record PodRefused(Ref<Pod> pod, String message) implements ReplicaFinding {
        @Override
        public Effect effect() {
            return Effect.FAILS;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.podRefused(this);
        }
    }

    /**
     * There is no pod, nor any of those that are missing after it: together they are more than a cluster can have.
     *
     * @param message how many there are and can be
     */
    record TooMany(Ref<Pod> pod, String message) implements ReplicaFinding {
        @Override
        public Effect effect() {
            return Effect.FAILS;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.tooMany(this);
        }
    }

    /** The pod has run to its end: it is deleted, and made anew once it is gone. */
    record Ended(Ref<Pod> pod, PodPhase phase) implements ReplicaFinding {
        @Override
        public Effect effect() {
            return Effect.HOLDS_UP_THE_NEXT;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.ended(this);
        }
    }

    /** The pod is being deleted. */
    record Terminating(Ref<Pod> pod) implements ReplicaFinding {
        @Override
        public Effect effect() {
            return Effect.HOLDS_UP_THE_NEXT;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.terminating(this);
        }
    }

    /**
     * The pod is pending, and cannot have all of its claims.
     *
     * @param obstacles why, one or more
     */
    record PendingWithoutClaims(Ref<Pod> pod, List<ClaimObstacle> obstacles) implements ReplicaFinding {
        public PendingWithoutClaims {
            obstacles = List.copyOf(obstacles);
        }

        @Override
        public Effect effect() {
            return Effect.FAILS;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.pendingWithoutClaims(this);
        }
    }

    /** The pod, or a claim of it, has lost what the set gave it: its labels, its volumes, its owners. It gets them back. */
    record OutOfShape(Ref<Pod> pod) implements ReplicaFinding {
        @Override
        public Effect effect() {
            return Effect.NONE;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.outOfShape(this);
        }
    }

    /** The pod does not run, or is not ready. */
    record NotReady(Ref<Pod> pod) implements ReplicaFinding {
        @Override
        public Effect effect() {
            return Effect.HOLDS_UP_THE_NEXT;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notReady(this);
        }
    }

    /**
     * The pod is not ready and is of an earlier revision: it holds up the very update that would replace it, which is left
     * to whoever deletes it.
     *
     * @param revision what it was made of
     * @param update what it would be made of
     */
    record OutdatedNotReady(Ref<Pod> pod, String revision, String update) implements ReplicaFinding {
        @Override
        public Effect effect() {
            return Effect.HOLDS_UP_THE_NEXT;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.outdatedNotReady(this);
        }
    }

    /**
     * The pod has not been ready for as long as the set wants ({@code minReadySeconds}).
     *
     * @param remaining how long that takes still
     */
    record NotAvailable(Ref<Pod> pod, Duration remaining) implements ReplicaFinding {
        @Override
        public Effect effect() {
            return Effect.HOLDS_UP_THE_NEXT;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notAvailable(this);
        }
    }
}
