package io.mooring.binding.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Pairs of claims and volumes of a {@link BindingGraph}, each in one pair at most.
 *
 * <p>The best has as many pairs as there can be; among those its claims are the best, and its volumes too. That both can be had
 * at once, and that each is found greedily, is the theory of transversal matroids: the sets of claims that can be served are the
 * independent sets of a matroid, those of volumes of another (Edmonds and Fulkerson 1965), and a matching that covers the best
 * of either exists (Mendelsohn and Dulmage 1958). What is wasted is the sum over the volumes less the sum over the claims.
 */
final class Matching {
    private static final int NONE = -1;

    private final int[] volumes;
    private final int[] claims;

    private Matching(int[] volumes, int[] claims) {
        this.volumes = volumes;
        this.claims = claims;
    }

    /** The best: the claims that come first in the graph's order of precedence, the volumes that hold least. */
    static Matching best(BindingGraph graph) {
        int[] volumesByClaim = grown(graph.claimSide(), graph.volumeSide().size(), graph.precedence());
        int[] claimsByVolume = grown(
                graph.volumeSide(),
                graph.claimSide().size(),
                IntStream.range(0, graph.volumeSide().size()).toArray());
        return merged(volumesByClaim, claimsByVolume);
    }

    int size() {
        return (int) Arrays.stream(volumes).filter(volume -> volume != NONE).count();
    }

    /** The volume of this claim; -1 if it has none. */
    int volumeOf(int claim) {
        return volumes[claim];
    }

    /** The claim of this volume; -1 if it has none. */
    int claimOf(int volume) {
        return claims[volume];
    }

    /** The claims without a volume. */
    IntStream unmatched() {
        return IntStream.range(0, volumes.length).filter(claim -> volumes[claim] == NONE);
    }

    /**
     * The partner of each vertex of a side, where those that come first are served if they can be: each in turn gets a partner
     * if the ones before it can keep one.
     */
    private static int[] grown(Side side, int others, int[] order) {
        Growth growth = new Growth(side, others);
        for (int vertex : order) {
            growth.serve(vertex);
        }
        return growth.partners;
    }

    /**
     * The claims of the one and the volumes of the other, which are equally many. From each volume that only the other has, a
     * path of both by turns leads to one that only the first has, since neither can be made larger; along it they change.
     */
    private static Matching merged(int[] volumesByClaim, int[] claimsByVolume) {
        int[] volumes = volumesByClaim.clone();
        int[] claims = new int[claimsByVolume.length];
        Arrays.fill(claims, NONE);
        for (int claim = 0; claim < volumes.length; claim++) {
            if (volumes[claim] != NONE) {
                claims[volumes[claim]] = claim;
            }
        }
        for (int start = 0; start < claims.length; start++) {
            if (claims[start] == NONE && claimsByVolume[start] != NONE) {
                int volume = start;
                while (claimsByVolume[volume] != NONE) {
                    int claim = claimsByVolume[volume];
                    int former = volumes[claim];
                    volumes[claim] = volume;
                    claims[volume] = claim;
                    volume = former;
                }
                claims[volume] = NONE;
            }
        }
        return new Matching(volumes, claims);
    }

    /** A matching that grows by augmenting paths. */
    private static final class Growth {
        private final Side side;
        private final int[] partners;
        private final int[] partnersOfOthers;

        /** By which vertex each of the others was reached. */
        private final int[] reachedBy;

        /** Those of the others that have no partner. */
        private final BitSet free;

        /** Those of the others from which a way may still lead to a free one: what one search in vain saw, no other has to see. */
        private final BitSet open;

        Growth(Side side, int others) {
            this.side = side;
            this.partners = new int[side.size()];
            this.partnersOfOthers = new int[others];
            this.reachedBy = new int[others];
            this.free = new BitSet();
            this.open = new BitSet();
            Arrays.fill(partners, NONE);
            Arrays.fill(partnersOfOthers, NONE);
            free.set(0, others);
            open.set(0, others);
        }

        void serve(int root) {
            BitSet unseen = (BitSet) open.clone();
            Deque<Integer> ahead = new ArrayDeque<>();
            ahead.add(root);
            while (!ahead.isEmpty()) {
                int vertex = ahead.remove();
                int found = side.next(vertex, 0, free);
                if (found != NONE) {
                    reachedBy[found] = vertex;
                    change(found);
                    return;
                }
                for (int next = side.next(vertex, 0, unseen); next != NONE; next = side.next(vertex, next, unseen)) {
                    unseen.clear(next);
                    reachedBy[next] = vertex;
                    ahead.add(partnersOfOthers[next]);
                }
            }
            open.and(unseen);
        }

        /** Along the way that led to a free one, everybody takes the next. */
        private void change(int found) {
            free.clear(found);
            int other = found;
            while (other != NONE) {
                int vertex = reachedBy[other];
                int former = partners[vertex];
                partners[vertex] = other;
                partnersOfOthers[other] = vertex;
                other = former;
            }
        }
    }
}
