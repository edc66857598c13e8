package io.mooring.binding.explain.pod;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.claim.ClaimExplainer;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.finding.PodRejection;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.List;

/** A pod of which it does not depend on the nodes that it has none. */
record RejectionFacts(Evidence evidence, Pod pod) implements PodRejection.Cases<Explanation> {

    private Explanation of(Outlook outlook, String headline, Fact... facts) {
        return Explanation.of(pod.ref(), outlook, "has no node: " + headline + ".")
                .withFacts(List.of(facts));
    }

    private static Fact of(FactCode code, Ref<PersistentVolumeClaim> claim, FieldPath field, String text) {
        return Fact.of(code, claim, field, text);
    }

    @Override
    public Explanation contradictoryAffinity(PodRejection.ContradictoryAffinity rejection) {
        return of(
                Outlook.IMPOSSIBLE,
                "what its nodeAffinity demands of a node's name contradicts itself",
                Fact.of(
                        FactCode.POD_NODE_AFFINITY,
                        pod.ref(),
                        FieldPath.of("spec", "affinity", "nodeAffinity"),
                        "demands different names of one node at once"));
    }

    @Override
    public Explanation claimNotFound(PodRejection.ClaimNotFound rejection) {
        String name = rejection.claim().name();
        return of(
                Outlook.BLOCKED,
                "its claim " + name + " does not exist",
                of(
                        FactCode.CLAIM_MISSING,
                        rejection.claim(),
                        FieldPath.ROOT,
                        "does not exist, and a volume of the pod names it"));
    }

    @Override
    public Explanation ephemeralClaimNotFound(PodRejection.EphemeralClaimNotFound rejection) {
        boolean isStillMade = !evidence.cluster().isSettled();
        return of(
                        isStillMade ? Outlook.WAITS : Outlook.BLOCKED,
                        "the claim of its ephemeral volume, "
                                + rejection.claim().name() + ", was not made",
                        of(
                                FactCode.CLAIM_MISSING,
                                rejection.claim(),
                                FieldPath.ROOT,
                                isStillMade
                                        ? "is about to be made for an ephemeral volume of the pod"
                                        : "was not made for an ephemeral volume of the pod: the API server refuses it"))
                .withQuotes(List.of());
    }

    @Override
    public Explanation ephemeralClaimOfAnother(PodRejection.EphemeralClaimOfAnother rejection) {
        return of(
                Outlook.BLOCKED,
                "claim " + rejection.claim().name() + " has the name of the claim of its ephemeral volume",
                of(
                        FactCode.CLAIM_OF_ANOTHER,
                        rejection.claim(),
                        FieldPath.of("metadata", "ownerReferences"),
                        "was not made for the pod, and has the name of the claim that would be"));
    }

    @Override
    public Explanation claimLost(PodRejection.ClaimLost rejection) {
        return of(
                Outlook.BLOCKED,
                "its claim " + rejection.claim().name() + " is Lost",
                of(
                                FactCode.CLAIM_LOST,
                                rejection.claim(),
                                FieldPath.of("status", "phase"),
                                rejection.volume().name().isEmpty()
                                        ? "is Lost: it was bound, and names no volume any more"
                                        : "is Lost: its volume "
                                                + rejection.volume().name() + " is gone or has another claim")
                        .having("Lost"));
    }

    @Override
    public Explanation claimBeingDeleted(PodRejection.ClaimBeingDeleted rejection) {
        return of(
                Outlook.BLOCKED,
                "its claim " + rejection.claim().name() + " is being deleted",
                of(
                        FactCode.CLAIM_DELETION,
                        rejection.claim(),
                        FieldPath.of("metadata", "deletionTimestamp"),
                        "is being deleted; a pod gets no node for it, and goes on once a claim of that name is made anew"));
    }

    /** Why the claims wait is for their own explanations to say. */
    @Override
    public Explanation unboundImmediateClaims(PodRejection.UnboundImmediateClaims rejection) {
        List<Explanation> claims = rejection.claims().stream()
                .distinct()
                .flatMap(claim -> evidence.cluster().get(claim).stream())
                .map(claim -> ClaimExplainer.explain(evidence, claim))
                .toList();
        boolean isOne = claims.size() == 1;
        String names = isOne ? claims.get(0).about().name() : String.valueOf(claims.size());
        return Explanation.of(
                        pod.ref(),
                        worst(claims),
                        "has no node: " + (isOne ? "its claim " + names + " is" : names + " of its claims are")
                                + " not bound.")
                .withFacts(claims.stream()
                        .map(claim -> ClaimFacts.headline(FactCode.CLAIM_WAITS, claim))
                        .toList());
    }

    private static Outlook worst(List<Explanation> claims) {
        return claims.stream()
                .map(Explanation::outlook)
                .filter(outlook -> outlook != Outlook.FINE)
                .max(Enum::compareTo)
                .orElse(Outlook.WAITS);
    }

    @Override
    public Explanation volumeNotFound(PodRejection.VolumeNotFound rejection) {
        return of(
                Outlook.BLOCKED,
                "volume " + rejection.volume().name() + " of its claim "
                        + rejection.claim().name() + " does not exist",
                of(
                                FactCode.CLAIM_VOLUME,
                                rejection.claim(),
                                FieldPath.of("spec", "volumeName"),
                                "is bound to volume " + rejection.volume().name() + ", which does not exist")
                        .having(rejection.volume().name()));
    }
}
