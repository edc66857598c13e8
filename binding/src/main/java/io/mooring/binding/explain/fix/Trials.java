package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cluster in which changes are tried, for however many objects that are to be helped: what a change leads to is found out
 * once, as that a class is created which many wait for. For one thread.
 */
public final class Trials {
    /** Of how many changes the outcome is remembered; each may hold as many new objects as there are waiting. */
    private static final int REMEMBERED = 16;

    private final Cluster settled;
    private final Cluster cluster;
    private final Cluster without;
    private final Map<List<Edit>, Outcome> outcomes = new LinkedHashMap<>();
    private int count;

    private Trials(Cluster given) {
        this.settled = given.settle();
        this.cluster = TrialKubelet.in(given);
        this.without = given.isSettled() ? cluster : TrialKubelet.in(settled);
    }

    public static Trials in(Cluster cluster) {
        return new Trials(cluster);
    }

    /** How many changes were tried. */
    public int count() {
        return count;
    }

    /** As it is without a change, with the kubelets that it has. */
    Cluster settled() {
        return settled;
    }

    /** To try changes in, as it was given. */
    Cluster cluster() {
        return cluster;
    }

    /** To try changes in, settled. */
    Cluster without() {
        return without;
    }

    void begin() {
        count++;
    }

    /** What comes of these, one after the other, with time for the controllers in between. */
    Outcome after(List<Edit> edits) {
        Outcome known = outcomes.get(edits);
        if (known != null) {
            return known;
        }
        Outcome found = stepwise(edits);
        outcomes.put(edits, found);
        if (outcomes.size() > REMEMBERED) {
            outcomes.remove(outcomes.keySet().iterator().next());
        }
        return found;
    }

    private Outcome stepwise(List<Edit> edits) {
        Cluster now = without;
        Outcome last = edits.get(0).on(now);
        for (int i = 0; i < edits.size(); i++) {
            last = edits.get(i).on(now);
            if (!last.answer().isAccepted()) {
                return last;
            }
            now = last.cluster().settle();
        }
        return new Outcome(now, last.answer());
    }
}
