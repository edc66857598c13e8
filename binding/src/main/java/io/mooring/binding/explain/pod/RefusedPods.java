package io.mooring.binding.explain.pod;

import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pods that fit nowhere, as one of the nodes sees them. */
public final class RefusedPods {
    /** More are only counted. */
    private static final int MOST_PODS = 3;

    private RefusedPods() {}

    /** A fact for each reason, with the pods for which it holds. */
    public static List<Fact> by(Cluster cluster, Node node) {
        Map<Demand, List<Ref<Pod>>> byDemand = new LinkedHashMap<>();
        cluster.list(Pod.KIND)
                .filter(pod -> PodFindings.of(cluster, pod) instanceof PodFinding.FitsNowhere)
                .forEach(pod -> PodFindings.nodeChecks(cluster, pod).stream()
                        .filter(check -> check.node().ref().equals(node.ref()))
                        .flatMap(check -> check.rejections().stream())
                        .flatMap(rejection -> rejection.accept(DemandByRejection.INSTANCE).stream())
                        .distinct()
                        .forEach(demand -> byDemand.computeIfAbsent(demand, each -> new ArrayList<>())
                                .add(pod.ref())));
        return byDemand.entrySet().stream()
                .map(each -> Fact.of(
                        FactCode.NODE_REFUSES,
                        node.ref(),
                        FieldPath.ROOT,
                        "does not do for " + Names.counted(each.getValue().size(), "waiting pod") + " ("
                                + Names.of(each.getValue(), MOST_PODS) + "): "
                                + each.getKey().failure()))
                .toList();
    }
}
