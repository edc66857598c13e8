package io.mooring.binding.explain.set;

import io.mooring.binding.claims.StatefulPods;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.finding.ClaimObstacle;
import io.mooring.binding.finding.ReplicaFinding;
import io.mooring.binding.finding.ReplicaFinding.ClaimsFirst;
import io.mooring.binding.finding.ReplicaFinding.ClaimsRefused;
import io.mooring.binding.finding.ReplicaFinding.Ended;
import io.mooring.binding.finding.ReplicaFinding.Missing;
import io.mooring.binding.finding.ReplicaFinding.NameTaken;
import io.mooring.binding.finding.ReplicaFinding.NotAvailable;
import io.mooring.binding.finding.ReplicaFinding.NotReady;
import io.mooring.binding.finding.ReplicaFinding.OutOfShape;
import io.mooring.binding.finding.ReplicaFinding.OutdatedNotReady;
import io.mooring.binding.finding.ReplicaFinding.PendingWithoutClaims;
import io.mooring.binding.finding.ReplicaFinding.PodRefused;
import io.mooring.binding.finding.ReplicaFinding.Ready;
import io.mooring.binding.finding.ReplicaFinding.StaleClaim;
import io.mooring.binding.finding.ReplicaFinding.Terminating;
import io.mooring.binding.finding.ReplicaFinding.TooMany;
import io.mooring.meta.Ref;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A StatefulSet by the first replica that is not as it should be. */
record SetByReplica(StatefulSetExplainer of) implements ReplicaFinding.Cases<Explanation> {
    private static final FieldPath REVISION = FieldPath.of("metadata", "labels").key(StatefulSet.REVISION_LABEL);

    private HeldUp heldUp() {
        return new HeldUp(of.evidence(), of.set().ref());
    }

    private Pod pod(Ref<Pod> ref) {
        return of.evidence().cluster().get(ref).orElseThrow();
    }

    private Explanation standing(Outlook outlook, ReplicaFinding finding, String headline, Fact... facts) {
        return heldUp().of(outlook, of.ready() + ": pod " + finding.pod().name() + " " + headline, facts);
    }

    private static Fact fact(FactCode code, Ref<?> object, String text) {
        return Fact.of(code, object, FieldPath.ROOT, text);
    }

    /** Which replica of which revision, and what it means for the others. */
    private Fact replica(Ref<Pod> ref) {
        Pod pod = pod(ref);
        String revision = StatefulPods.revisionOf(pod);
        String which = revision.equals(of.set().status().updateRevision())
                ? "the template as it is now"
                : "an earlier template";
        String others = of.set().isInOrder() ? "; the replicas after it, and updates, wait for it (OrderedReady)" : "";
        return Fact.of(FactCode.SET_REPLICA, ref, REVISION, "is of revision " + revision + ", " + which + others)
                .having(revision)
                .needing(of.set().status().updateRevision());
    }

    @Override
    public Explanation ready(Ready finding) {
        return standing(Outlook.FINE, finding, "is ready");
    }

    @Override
    public Explanation missing(Missing finding) {
        return standing(
                Outlook.WAITS,
                finding,
                "is about to be made",
                fact(FactCode.SET_POD_MISSING, finding.pod(), "is made of revision " + finding.revision()));
    }

    @Override
    public Explanation claimsFirst(ClaimsFirst finding) {
        return standing(
                Outlook.WAITS,
                finding,
                "is about to be made after its claims",
                fact(FactCode.SET_POD_MISSING, finding.pod(), "is made once its claims are there"));
    }

    @Override
    public Explanation staleClaim(StaleClaim finding) {
        boolean isLeaving = of.evidence()
                .cluster()
                .get(finding.claim())
                .filter(claim -> claim.metadata().isBeingDeleted())
                .isPresent();
        return standing(
                isLeaving || !of.evidence().cluster().isSettled() ? Outlook.WAITS : Outlook.BLOCKED,
                finding,
                "is not made while claim " + finding.claim().name() + " is still that of the pod before it",
                fact(
                        FactCode.SET_STALE_CLAIM,
                        finding.claim(),
                        "belongs to the pod that had this name before, and goes with it (whenScaled: Delete)"));
    }

    @Override
    public Explanation nameTaken(NameTaken finding) {
        return standing(
                Outlook.BLOCKED,
                finding,
                "is not the set's",
                fact(
                        FactCode.SET_NAME_TAKEN,
                        finding.pod(),
                        "has the name of the set's pod, and belongs to somebody else"));
    }

    @Override
    public Explanation claimsRefused(ClaimsRefused finding) {
        return standing(Outlook.BLOCKED, finding, "is not made without its claims", obstacles(finding.obstacles()));
    }

    private static Fact[] obstacles(List<ClaimObstacle> obstacles) {
        return obstacles.stream()
                .flatMap(obstacle -> obstacle.accept(new ClaimObstacle.Cases<Stream<Fact>>() {
                    @Override
                    public Stream<Fact> beingDeleted(ClaimObstacle.BeingDeleted found) {
                        return Stream.of(fact(
                                FactCode.CLAIM_DELETION,
                                found.claim(),
                                "is being deleted, and no other of its name is made before it is gone"));
                    }

                    @Override
                    public Stream<Fact> refused(ClaimObstacle.Refused found) {
                        return Stream.concat(
                                Stream.of(fact(
                                        FactCode.SET_CLAIM_REFUSED, found.claim(), "is refused: " + found.message())),
                                found.by().stream().map(by -> Refusing.fact(by, List.of(found.claim()))));
                    }
                }))
                .toArray(Fact[]::new);
    }

    @Override
    public Explanation podRefused(PodRefused finding) {
        return standing(
                Outlook.BLOCKED,
                finding,
                "is refused by the API server",
                fact(FactCode.SET_POD_REFUSED, finding.pod(), "is refused: " + finding.message()));
    }

    @Override
    public Explanation tooMany(TooMany finding) {
        return heldUp().of(
                        Outlook.BLOCKED,
                        of.ready() + ": no more pods are made, since all that are missing are too many",
                        Fact.of(
                                FactCode.SET_TOO_MANY,
                                of.set().ref(),
                                FieldPath.of("spec", "replicas"),
                                "makes no more pods: " + finding.message()));
    }

    @Override
    public Explanation ended(Ended finding) {
        return standing(
                Outlook.WAITS,
                finding,
                "has ended and is made anew",
                fact(FactCode.POD_READINESS, finding.pod(), "has ended: " + finding.phase()));
    }

    @Override
    public Explanation terminating(Terminating finding) {
        return Leaving.explained(heldUp(), of.ready(), pod(finding.pod()), List.of(replica(finding.pod())));
    }

    @Override
    public Explanation pendingWithoutClaims(PendingWithoutClaims finding) {
        return standing(Outlook.BLOCKED, finding, "cannot have its claims", obstacles(finding.obstacles()));
    }

    @Override
    public Explanation outOfShape(OutOfShape finding) {
        return standing(
                Outlook.WAITS,
                finding,
                "gets back what the set gave it",
                fact(FactCode.SET_REPLICA, finding.pod(), "or a claim of it has lost labels, volumes or owners"));
    }

    @Override
    public Explanation notReady(NotReady finding) {
        return heldUp().by(pod(finding.pod()), of.ready(), List.of(replica(finding.pod())));
    }

    /** OrderedReady replaces a pod only once it is ready, even after the template was put right. */
    @Override
    public Explanation outdatedNotReady(OutdatedNotReady finding) {
        Pod pod = pod(finding.pod());
        String start =
                of.ready() + ": its update waits for pod " + pod.metadata().name() + " of an earlier revision, which";
        Explanation reason = heldUp().because(pod, start, List.of());
        List<Fact> facts = new ArrayList<>(reason.facts());
        facts.add(Fact.of(
                        FactCode.SET_BROKEN_ROLLOUT,
                        finding.pod(),
                        REVISION,
                        "is of revision " + finding.revision() + ", and is replaced with revision " + finding.update()
                                + " only once it is ready, unless somebody deletes it (OrderedReady)")
                .having(finding.revision())
                .needing(finding.update()));
        Outlook outlook = reason.outlook() == Outlook.NOT_KNOWN ? Outlook.NOT_KNOWN : Outlook.BLOCKED;
        return reason.withOutlook(outlook, reason.headline()).withFacts(facts);
    }

    @Override
    public Explanation notAvailable(NotAvailable finding) {
        return standing(
                Outlook.WAITS,
                finding,
                "is ready, and counts as available in " + finding.remaining().toSeconds() + " s",
                Fact.of(
                        FactCode.SET_MIN_READY,
                        of.set().ref(),
                        FieldPath.of("spec", "minReadySeconds"),
                        "wants pods to have been ready for " + of.set().spec().minReadySeconds() + " s"));
    }
}
