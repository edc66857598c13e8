package io.mooring.binding.explain.claim;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.set.Refusing;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Namespace;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a claim stands as it does. */
public final class ClaimExplainer {
    private ClaimExplainer() {}

    /** Without what would help, and, where it is bound, without the volumes that it might have got instead. */
    public static Explanation explain(Evidence evidence, PersistentVolumeClaim claim) {
        Cluster cluster = evidence.cluster();
        ClaimBindingFinding finding = ClaimFindings.of(cluster, claim);
        Explanation standing = finding.accept(new ClaimByFinding(new ClaimPhrases(evidence, claim)))
                .withQuotes(new Quotes(evidence, claim).of(finding).stream().toList());
        return finding.isBound()
                ? standing
                : standing.withContext(Stream.of(
                                standing.context(), new ClassFacts(cluster, claim).context(), namespace(cluster, claim))
                        .flatMap(List::stream)
                        .toList());
    }

    /** Of a claim that does not exist and that somebody wants; empty if nobody does. */
    public static Optional<Explanation> absent(Cluster cluster, Ref<PersistentVolumeClaim> claim) {
        List<Fact> facts =
                Stream.concat(refusals(cluster, claim), users(cluster, claim)).toList();
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(Explanation.of(claim, Outlook.BLOCKED, "does not exist, and is wanted.")
                        .withFacts(facts));
    }

    /** What the API server says to sets that want to make it, and whose rule it is: a quota's, a limit's. */
    private static Stream<Fact> refusals(Cluster cluster, Ref<PersistentVolumeClaim> claim) {
        return Refusing.claims(cluster, claim.namespace())
                .filter(refused -> refused.obstacle().claim().equals(claim))
                .flatMap(refused -> Stream.concat(
                        Stream.of(Fact.of(
                                FactCode.CLAIM_REFUSED,
                                refused.set(),
                                FieldPath.of("spec", "volumeClaimTemplates"),
                                "would make the claim, and the API server refuses: "
                                        + refused.obstacle().message())),
                        refused.obstacle().by().stream().map(by -> Refusing.fact(by, List.of(claim)))));
    }

    private static Stream<Fact> users(Cluster cluster, Ref<PersistentVolumeClaim> claim) {
        return VolumeIndexes.PODS_BY_CLAIM
                .find(cluster, claim)
                .filter(pod -> !pod.isTerminated())
                .map(pod -> Fact.of(
                        FactCode.POD_USES,
                        pod.ref(),
                        FieldPath.of("spec", "volumes"),
                        "names the claim, and waits for it"));
    }

    /** That it goes with its namespace. */
    private static List<Fact> namespace(Cluster cluster, PersistentVolumeClaim claim) {
        return cluster
                .get(Namespace.ref(claim.metadata().namespace()))
                .filter(namespace -> namespace.metadata().isBeingDeleted())
                .map(namespace -> Fact.of(
                        FactCode.NAMESPACE_DELETION,
                        namespace.ref(),
                        FieldPath.of("metadata", "deletionTimestamp"),
                        "is being deleted, and everything in it"))
                .stream()
                .toList();
    }

    /** The same with the volumes that a bound claim might have got instead. */
    public static Explanation passingOver(Cluster cluster, PersistentVolumeClaim claim, Explanation explanation) {
        return claim.wasBound() && explanation.outlook() == Outlook.FINE
                ? claim.volume()
                        .flatMap(cluster::get)
                        .map(volume -> new BoundFacts(cluster, claim, volume).passingOver(explanation))
                        .orElse(explanation)
                : explanation;
    }
}
