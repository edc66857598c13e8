package io.mooring.binding.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Why a largest matching is no larger: claims that fit fewer volumes than they are. From a claim without a volume every way
 * that leads to a volume, on to the claim that has it, and so on, ends at a claim: else the matching could grow. The claims
 * that are met are one more than the volumes, and none of them can be left out: all others have a volume of these.
 */
final class HallSets {
    private final BindingGraph graph;
    private final Matching matching;

    private HallSets(BindingGraph graph, Matching matching) {
        this.graph = graph;
        this.matching = matching;
    }

    /**
     * Claims without a volume that want some of the same volumes.
     *
     * @param losers the claims, by number
     * @param volumes all that the ways from them lead to
     * @param loser the one of them from which the fewest volumes are reached
     * @param fewest those volumes
     */
    record Contest(List<Integer> losers, BitSet volumes, int loser, BitSet fewest) {
        private Contest and(Contest other) {
            List<Integer> all = new ArrayList<>(losers);
            all.addAll(other.losers);
            BitSet union = (BitSet) volumes.clone();
            union.or(other.volumes);
            return other.fewest.cardinality() < fewest.cardinality()
                    ? new Contest(all, union, other.loser, other.fewest)
                    : new Contest(all, union, loser, fewest);
        }
    }

    /** The contests among these claims without a volume, each of which fits some volume. */
    static List<Contest> among(IntStream losers, BindingGraph graph, Matching matching) {
        HallSets sets = new HallSets(graph, matching);
        Map<Side.Neighbours, List<Integer>> alike = new LinkedHashMap<>();
        losers.forEach(claim -> alike.computeIfAbsent(graph.claimSide().neighbours(claim), ignored -> new ArrayList<>())
                .add(claim));
        List<Contest> contests = new ArrayList<>();
        for (List<Integer> claims : alike.values()) {
            BitSet reached = sets.reachedFrom(claims.get(0));
            Contest contest = new Contest(claims, reached, claims.get(0), reached);
            for (Contest other : List.copyOf(contests)) {
                if (other.volumes().intersects(contest.volumes())) {
                    contests.remove(other);
                    contest = other.and(contest);
                }
            }
            contests.add(contest);
        }
        return contests;
    }

    private BitSet reachedFrom(int root) {
        Side claims = graph.claimSide();
        BitSet unseen = graph.allVolumes();
        Deque<Integer> ahead = new ArrayDeque<>(List.of(root));
        while (!ahead.isEmpty()) {
            int claim = ahead.remove();
            for (int volume = claims.next(claim, 0, unseen); volume >= 0; volume = claims.next(claim, volume, unseen)) {
                unseen.clear(volume);
                ahead.add(matching.claimOf(volume));
            }
        }
        BitSet reached = graph.allVolumes();
        reached.andNot(unseen);
        return reached;
    }
}
