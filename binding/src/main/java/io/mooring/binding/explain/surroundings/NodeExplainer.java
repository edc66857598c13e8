package io.mooring.binding.explain.surroundings;

import io.mooring.binding.control.scheduler.CsiNode;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.pod.RefusedPods;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.storage.VolumeAttachment;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonBool;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Whether a node answers and takes pods, and how many volumes it has. */
public final class NodeExplainer {
    private NodeExplainer() {}

    /** Without the pods that it refuses, which are dear to find. */
    public static Explanation explain(Cluster cluster, Node node) {
        List<Fact> facts = new ArrayList<>();
        if (!node.answers()) {
            facts.add(Fact.of(
                    FactCode.NODE_SILENT,
                    node.ref(),
                    FieldPath.of("status", "conditions"),
                    "does not say how it is: its condition Ready is Unknown"));
        }
        if (node.spec().unschedulable()) {
            facts.add(Fact.of(
                            FactCode.NODE_CORDONED,
                            node.ref(),
                            FieldPath.of("spec", "unschedulable"),
                            "is cordoned: no new pods go there")
                    .having(JsonBool.TRUE));
        }
        facts.addAll(carried(cluster, node));
        Outlook outlook = node.answers() ? Outlook.FINE : Outlook.BLOCKED;
        return Explanation.of(
                        node.ref(),
                        outlook,
                        node.answers()
                                ? node.spec().unschedulable() ? "is there, and takes no new pods." : "is there."
                                : "does not answer, and what runs there nobody knows.")
                .withFacts(facts);
    }

    private static List<Fact> carried(Cluster cluster, Node node) {
        List<Fact> facts = new ArrayList<>();
        if (cluster.isKnown(Pod.KIND)) {
            int pods = (int) cluster.list(Pod.KIND)
                    .filter(pod -> pod.spec().nodeName().equals(node.metadata().name()) && !pod.isTerminated())
                    .count();
            facts.add(Fact.of(
                    FactCode.NODE_PODS,
                    node.ref(),
                    FieldPath.of("status", "allocatable"),
                    "has " + Names.counted(pods, "pod")));
        }
        attached(cluster, node)
                .forEach((driver, volumes) -> facts.add(Fact.of(
                        FactCode.NODE_VOLUME_LIMIT,
                        node.ref(),
                        FieldPath.ROOT,
                        "has " + Names.counted(volumes, "volume") + " of driver " + driver + " attached"
                                + limit(cluster, node, driver))));
        return facts;
    }

    private static TreeMap<String, Integer> attached(Cluster cluster, Node node) {
        TreeMap<String, Integer> byDriver = new TreeMap<>();
        VolumeIndexes.ATTACHMENTS_BY_NODE
                .find(cluster, node.metadata().name())
                .filter(VolumeAttachment::isAttached)
                .forEach(each -> byDriver.merge(each.spec().attacher(), 1, Integer::sum));
        return byDriver;
    }

    private static String limit(Cluster cluster, Node node, String driver) {
        return cluster.get(CsiNode.KIND.ref("", node.metadata().name()))
                .map(CsiNode::of)
                .map(found -> found.counts().get(driver))
                .filter(count -> count.isPresent())
                .map(count -> ", of " + count.getAsInt() + " that it can have")
                .orElse("");
    }

    /** The same with the pods that it refuses. */
    public static Explanation refusing(Cluster cluster, Node node, Explanation explanation) {
        return explanation.withContext(RefusedPods.by(cluster, node));
    }
}
