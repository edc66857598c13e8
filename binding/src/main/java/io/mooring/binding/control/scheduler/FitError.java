package io.mooring.binding.control.scheduler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The message of a pod that fits nowhere: how many nodes give which reason, and why evicting others would not help.
 * Models {@code FitError.Error} and what {@code PostFilter} adds to it.
 */
final class FitError {
    static final String NO_NODES = "no nodes available to schedule pods";

    private static final String NO_VICTIMS = "No preemption victims found for incoming pod";
    private static final String NOT_HELPFUL = "Preemption is not helpful for scheduling";
    private static final String NEVER_PREEMPTS = "not eligible due to preemptionPolicy=Never.";

    private FitError() {}

    /**
     * What is said when no node was looked at. It ends in {@code not found}: upstream's plug-in for dynamic resources
     * misses the state that it would have left behind, had it been asked.
     */
    static String beforeNodes(int nodes, String reason) {
        return available(nodes) + " " + reason + ". not found";
    }

    /**
     * @param misfits of the nodes that were looked at, one each
     * @param passedOver how many more nodes there are, which the pod's affinity does not name
     */
    static String onNodes(Collection<Misfit> misfits, int passedOver, boolean neverPreempts) {
        int nodes = misfits.size() + passedOver;
        Map<String, Integer> reasons = new TreeMap<>();
        misfits.forEach(misfit -> misfit.reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum)));
        if (passedOver > 0) {
            reasons.merge(Reason.NODE_NOT_NAMED.text(), passedOver, Integer::sum);
        }
        String preemption = neverPreempts ? NEVER_PREEMPTS : preemption(misfits, nodes);
        return available(nodes) + " " + counted(reasons) + ". preemption: " + preemption;
    }

    private static String preemption(Collection<Misfit> misfits, int nodes) {
        int withoutVictims = (int) misfits.stream().filter(Misfit::mayPreempt).count();
        Map<String, Integer> reasons = new TreeMap<>();
        if (withoutVictims > 0) {
            reasons.put(NO_VICTIMS, withoutVictims);
        }
        if (withoutVictims < nodes) {
            reasons.put(NOT_HELPFUL, nodes - withoutVictims);
        }
        return available(nodes) + " " + counted(reasons) + ".";
    }

    private static String available(int nodes) {
        return "0/" + nodes + " nodes are available:";
    }

    /** Sorted as text, counts included. */
    private static String counted(Map<String, Integer> reasons) {
        List<String> counted = new ArrayList<>();
        reasons.forEach((reason, count) -> counted.add(count + " " + reason));
        return counted.stream().sorted().collect(Collectors.joining(", "));
    }
}
