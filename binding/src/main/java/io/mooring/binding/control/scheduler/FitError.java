package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.finding.PodFinding.FitsNowhere.PreemptionPolicy;
import io.mooring.binding.finding.PodFinding.FitsNowhere.RejectedNodes;
import io.mooring.binding.finding.PodFinding.NoNodes;
import io.mooring.binding.finding.PodFinding.RejectedByPreFilter;
import io.mooring.binding.finding.PodFinding.Unschedulable;
import io.mooring.binding.finding.SchedulerPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The message of a pod that can run nowhere, in Kubernetes' words: how many nodes give which reason, and why evicting others
 * would not help. Models {@code FitError.Error} and what {@code PostFilter} adds to it.
 */
final class FitError implements Unschedulable.Cases<String> {
    private static final FitError INSTANCE = new FitError();
    private static final String NOT_NAMED =
            "node(s) didn't satisfy plugin(s) [" + SchedulerPlugin.NODE_AFFINITY.kubernetesName() + "]";
    private static final String NO_VICTIMS = "No preemption victims found for incoming pod";
    private static final String NOT_HELPFUL = "Preemption is not helpful for scheduling";
    private static final String NEVER_PREEMPTS = "not eligible due to preemptionPolicy=Never.";

    private FitError() {}

    static String of(Unschedulable finding) {
        return finding.accept(INSTANCE);
    }

    @Override
    public String noNodes(NoNodes finding) {
        return "no nodes available to schedule pods";
    }

    /**
     * It ends in {@code not found}: upstream's plug-in for dynamic resources misses the state that it would have left
     * behind, had it been asked.
     */
    @Override
    public String rejectedByPreFilter(RejectedByPreFilter finding) {
        return available(finding.nodes()) + " " + ReasonText.of(finding.about(), finding.rejection()) + ". not found";
    }

    @Override
    public String fitsNowhere(FitsNowhere finding) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (RejectedNodes rejected : finding.rejected()) {
            rejected.rejections()
                    .forEach(rejection -> reasons.merge(
                            ReasonText.of(rejection), rejected.nodes().size(), Integer::sum));
        }
        if (finding.passedOver() > 0) {
            reasons.merge(NOT_NAMED, finding.passedOver(), Integer::sum);
        }
        String said = available(finding.nodes()) + " " + counted(reasons) + ".";
        return finding.preemption().isPresent() ? said : said + " preemption: " + preemption(finding);
    }

    private static String preemption(FitsNowhere finding) {
        if (finding.preemptionPolicy() == PreemptionPolicy.NEVER) {
            return NEVER_PREEMPTS;
        }
        int nodes = finding.nodes();
        int withoutVictims = finding.rejected().stream()
                .filter(rejected -> rejected.rejections().stream().allMatch(NodeRejection::preemptionMayHelp))
                .mapToInt(rejected -> rejected.nodes().size())
                .sum();
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
