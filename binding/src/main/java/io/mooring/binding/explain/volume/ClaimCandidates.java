package io.mooring.binding.explain.volume;

import io.mooring.binding.control.volume.WaitingClaims;
import io.mooring.binding.explain.Candidate;
import io.mooring.binding.explain.CandidateGroup;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.claim.VolumeFacts;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The claims that wait for a volume, as a volume sees them: those of its class by what it lacks for each, and how many of
 * other classes there are.
 *
 * @param nearest those of its class, those that it fits first
 * @param more the rest of those
 * @param ofOtherClasses how many wait for a volume of another class
 */
record ClaimCandidates(List<Candidate> nearest, List<Candidate> more, int ofOtherClasses) {
    private static final int MOST_NAMED = 5;

    static ClaimCandidates of(Cluster cluster, PersistentVolume volume) {
        VolumePool pool = VolumePool.of(List.of(volume));
        List<Candidate> all = WaitingClaims.of(WaitingClaims.classesOf(volume), cluster)
                .map(claim -> candidate(cluster, claim, volume, pool))
                .sorted(Comparator.comparingInt(ClaimCandidates::misses))
                .toList();
        long waiting = cluster.list(PersistentVolumeClaim.KIND)
                .filter(claim -> !claim.isBound() && claim.volume().isEmpty())
                .count();
        List<Candidate> nearest = all.stream().limit(MOST_NAMED).toList();
        return new ClaimCandidates(nearest, all.subList(nearest.size(), all.size()), (int) waiting - all.size());
    }

    /** Where the pod's node matters, a node that does not reach the volume is not counted against it. */
    private static Candidate candidate(
            Cluster cluster, PersistentVolumeClaim claim, PersistentVolume volume, VolumePool pool) {
        List<Mismatch> mismatches = VolumeMatcher.evaluate(Search.byScheduler(claim, Map.of(), Set.of()), pool).stream()
                .flatMap(evaluation -> evaluation.mismatches().stream())
                .filter(mismatch -> !(mismatch instanceof Mismatch.NotReachable))
                .toList();
        List<Fact> facts = mismatches.isEmpty()
                ? List.of(Fact.of(FactCode.VOLUME_WANTED_BY, claim.ref(), FieldPath.of("spec"), "could take it"))
                : VolumeFacts.of(cluster, claim, volume, mismatches).stream()
                        .map(ClaimCandidates::ofTheVolume)
                        .toList();
        return new Candidate(claim.ref(), facts);
    }

    /** The line begins with the claim. */
    private static Fact ofTheVolume(Fact fact) {
        return new Fact(
                fact.code(), fact.object(), fact.field(), fact.has(), fact.needs(), "the volume " + fact.text());
    }

    private static int misses(Candidate candidate) {
        return candidate.facts().stream().anyMatch(fact -> fact.code() == FactCode.VOLUME_WANTED_BY)
                ? 0
                : candidate.facts().size();
    }

    /** The explanation with them. */
    Explanation onto(Explanation explanation) {
        List<CandidateGroup> groups = new ArrayList<>();
        if (!more.isEmpty()) {
            groups.add(new CandidateGroup(more.size(), codes(), "claims of its class that it fits no better"));
        }
        if (ofOtherClasses > 0) {
            groups.add(new CandidateGroup(
                    ofOtherClasses, List.of(FactCode.VOLUME_CLASS), "claims that wait for another class"));
        }
        return explanation.withCandidates(nearest, groups);
    }

    /** What speaks against the volume for any of the rest. */
    private List<FactCode> codes() {
        return more.stream()
                .flatMap(candidate -> candidate.facts().stream())
                .map(Fact::code)
                .distinct()
                .sorted()
                .toList();
    }
}
