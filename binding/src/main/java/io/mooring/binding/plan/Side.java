package io.mooring.binding.plan;

import java.util.BitSet;
import java.util.List;

/**
 * One side of a bipartite graph whose vertices are numbers. The neighbours of a vertex are the members of a set that lie in a
 * range: vertices that differ in their size only share the set, so that a graph of many millions of edges takes little room.
 */
final class Side {
    private final List<BitSet> sets;
    private final int[] set;
    private final int[] from;
    private final int[] to;

    /**
     * @param sets of vertices of the other side
     * @param set of each vertex, which of the sets
     * @param from of each vertex, where its range begins
     * @param to of each vertex, where its range has ended
     */
    Side(List<BitSet> sets, int[] set, int[] from, int[] to) {
        this.sets = List.copyOf(sets);
        this.set = set.clone();
        this.from = from.clone();
        this.to = to.clone();
    }

    int size() {
        return set.length;
    }

    /** The first neighbour that is not before {@code start} and among these; -1 if there is none. */
    int next(int vertex, int start, BitSet among) {
        BitSet neighbours = sets.get(set[vertex]);
        int candidate = Math.max(start, from[vertex]);
        while (true) {
            int neighbour = neighbours.nextSetBit(candidate);
            if (neighbour < 0 || neighbour >= to[vertex]) {
                return -1;
            }
            candidate = among.nextSetBit(neighbour);
            if (candidate == neighbour) {
                return neighbour;
            }
            if (candidate < 0) {
                return -1;
            }
        }
    }

    /** What vertices with the same neighbours share. */
    Neighbours neighbours(int vertex) {
        return new Neighbours(set[vertex], from[vertex], to[vertex]);
    }

    /** The members of a set within a range. */
    record Neighbours(int set, int from, int to) {}
}
