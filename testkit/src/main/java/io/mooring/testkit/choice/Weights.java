package io.mooring.testkit.choice;

import java.util.List;

/** What weighs nothing cannot be chosen. */
final class Weights {
    private Weights() {}

    /** The place itself if it can be chosen, else the next simpler one that can; the first that can if there is none. */
    static int nearest(List<Integer> weights, int place) {
        for (int simpler = Math.min(place, weights.size() - 1); simpler >= 0; simpler--) {
            if (weights.get(simpler) > 0) {
                return simpler;
            }
        }
        int first = 0;
        while (weights.get(first) == 0) {
            first++;
        }
        return first;
    }
}
