package io.mooring.binding.control.set;

import io.mooring.admission.Verdict;
import io.mooring.binding.claims.StatefulPods;
import io.mooring.binding.control.workload.Availability;
import io.mooring.binding.finding.ReplicaFinding;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One replica that the set wants, in one sync of the set. Its finding, and what that rests on, is made once. */
final class Replica {
    private final SetView view;
    private final int ordinal;
    private final Optional<Pod> pod;
    private final ReplicaFinding finding;
    private @Nullable ReplicaClaims claims;
    private @Nullable Pod newPod;
    private @Nullable Verdict verdict;

    private Replica(SetView view, int ordinal, ReplicaFinding finding) {
        this.view = view;
        this.ordinal = ordinal;
        this.pod = Optional.empty();
        this.finding = finding;
    }

    private Replica(SetView view, int ordinal) {
        this.view = view;
        this.ordinal = ordinal;
        this.pod = view.pod(ordinal);
        this.finding = pod.map(this::find).orElseGet(this::findMissing);
    }

    static Replica of(SetView view, int ordinal) {
        return new Replica(view, ordinal);
    }

    /** One that is missing with more others than a cluster can have. */
    static Replica tooMany(SetView view, int ordinal, String message) {
        Ref<Pod> ref = Pod.ref(view.set().metadata().namespace(), view.set().podName(ordinal));
        return new Replica(view, ordinal, new ReplicaFinding.TooMany(ref, message));
    }

    ReplicaFinding finding() {
        return finding;
    }

    /** The pod, if it exists. */
    Optional<Pod> pod() {
        return pod;
    }

    ReplicaClaims claims() {
        if (claims == null) {
            claims = ReplicaClaims.of(view, ordinal, pod.map(Pod::metadata).orElseGet(() -> newPod().metadata()));
        }
        return claims;
    }

    /** The pod to make, if there is none. */
    Pod newPod() {
        if (newPod == null) {
            newPod = view.newPod(ordinal);
        }
        return newPod;
    }

    /** What the API says to the pod to make. */
    Verdict verdict() {
        if (verdict == null) {
            verdict = view.cluster().verdictOn(newPod());
        }
        return verdict;
    }

    /** The pod with the identity and the claims that the set gives it. */
    Pod conforming(Pod existing) {
        return StatefulPods.conform(view.set(), existing);
    }

    /** Models {@code CreateStatefulPod}. */
    private ReplicaFinding findMissing() {
        Ref<Pod> ref = newPod().ref();
        if (claims().stale().isPresent()) {
            return new ReplicaFinding.StaleClaim(ref, claims().stale().get());
        }
        if (view.isNameTaken(ordinal)) {
            return new ReplicaFinding.NameTaken(ref);
        }
        if (!claims().obstacles().isEmpty()) {
            return new ReplicaFinding.ClaimsRefused(ref, claims().obstacles());
        }
        if (!claims().missing().isEmpty() && !view.retainsAll()) {
            return new ReplicaFinding.ClaimsFirst(ref, claims().missingRefs());
        }
        return verdict()
                .accept(Verdict.Cases.of(
                        admitted -> new ReplicaFinding.Missing(
                                ref, StatefulPods.revisionOf(newPod()), claims().missingRefs()),
                        refused -> new ReplicaFinding.PodRefused(ref, refused.message())));
    }

    private ReplicaFinding find(Pod existing) {
        if (existing.hasEnded()) {
            return existing.metadata().isBeingDeleted()
                    ? new ReplicaFinding.Terminating(existing.ref())
                    : new ReplicaFinding.Ended(
                            existing.ref(), existing.status().phase().orElseThrow());
        }
        if (isPending() && !claims().obstacles().isEmpty()) {
            return new ReplicaFinding.PendingWithoutClaims(existing.ref(), claims().obstacles());
        }
        boolean isUnavailable = view.isUnavailable(existing);
        if (view.isInOrder() && isUnavailable) {
            return findUnavailable(existing);
        }
        if (isOutOfShape(existing)) {
            return new ReplicaFinding.OutOfShape(existing.ref());
        }
        return isUnavailable ? findUnavailable(existing) : new ReplicaFinding.Ready(existing.ref());
    }

    /** Whether the pod is pending, in which case its claims are put right whatever else is found. */
    boolean isPending() {
        return pod.filter(existing -> existing.isIn(PodPhase.PENDING)).isPresent();
    }

    private boolean isOutOfShape(Pod existing) {
        return !conforming(existing).equals(existing) || (!isPending() && !claims().haveOwners());
    }

    private ReplicaFinding findUnavailable(Pod existing) {
        if (existing.metadata().isBeingDeleted()) {
            return new ReplicaFinding.Terminating(existing.ref());
        }
        if (existing.isReady()) {
            return new ReplicaFinding.NotAvailable(
                    existing.ref(),
                    Availability.wait(
                                    view.set().spec().minReadySeconds(),
                                    existing,
                                    view.cluster().now())
                            .orElseThrow());
        }
        return view.isToReplaceInOrder(existing, ordinal)
                ? new ReplicaFinding.OutdatedNotReady(
                        existing.ref(),
                        StatefulPods.revisionOf(existing),
                        view.revisions().update().name())
                : new ReplicaFinding.NotReady(existing.ref());
    }
}
