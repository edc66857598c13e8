package io.mooring.binding.explain.surroundings;

import io.mooring.binding.control.scheduler.CsiNode;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.control.scheduler.Taint;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.pod.RefusedPods;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeCondition;
import io.mooring.storage.VolumeAttachment;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonBool;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a node answers and takes pods, and how many volumes it has. */
public final class NodeExplainer {
    private NodeExplainer() {}

    /** That a pod's node does not answer. */
    public static Fact silence(Ref<Node> node) {
        return Fact.of(
                FactCode.NODE_SILENT,
                node,
                FieldPath.of("status", "conditions"),
                "does not answer: nothing on it starts or stops, and that its pods are evicted in the end is not modelled");
    }

    /** Without the pods that it refuses, which are dear to find. */
    public static Explanation explain(Cluster cluster, Node node) {
        List<Fact> facts = new ArrayList<>();
        condition(node).ifPresent(ready -> facts.addAll(readiness(node, ready)));
        if (node.spec().unschedulable()) {
            facts.add(Fact.of(
                            FactCode.NODE_CORDONED,
                            node.ref(),
                            FieldPath.of("spec", "unschedulable"),
                            "is cordoned: no new pods go there")
                    .having(JsonBool.TRUE));
        }
        Taint.of(node).forEach(taint -> facts.add(taint(node, taint)));
        facts.addAll(carried(cluster, node));
        boolean isUp = facts.stream()
                .noneMatch(fact -> fact.code() == FactCode.NODE_SILENT || fact.code() == FactCode.NODE_NOT_READY);
        return Explanation.of(node.ref(), isUp ? Outlook.FINE : Outlook.BLOCKED, headline(node, isUp))
                .withFacts(facts);
    }

    private static String headline(Node node, boolean isUp) {
        if (!node.answers()) {
            return "does not answer, and what runs there nobody knows.";
        }
        if (!isUp) {
            return "is not ready: its kubelet answers, and starts no pods.";
        }
        return node.spec().unschedulable() ? "is there, and takes no new pods." : "is there.";
    }

    private static Optional<NodeCondition> condition(Node node) {
        return node.status().conditions().stream()
                .filter(condition -> condition.type().equals("Ready"))
                .findFirst();
    }

    private static List<Fact> readiness(Node node, NodeCondition ready) {
        if (ready.status().equals("True")) {
            return List.of();
        }
        String why = Stream.of(ready.reason(), ready.message())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(": "));
        String text = "its condition Ready is " + ready.status() + (why.isEmpty() ? "" : " (" + why + ")");
        FieldPath field = FieldPath.of("status", "conditions");
        return List.of(
                node.answers()
                        ? Fact.of(FactCode.NODE_NOT_READY, node.ref(), field, "says that it is not ready: " + text)
                        : Fact.of(FactCode.NODE_SILENT, node.ref(), field, "does not say how it is: " + text));
    }

    private static Fact taint(Node node, Taint taint) {
        String what = taint.effect().equals("NoExecute") ? " go there or stay" : " go there";
        return Fact.of(
                        FactCode.NODE_TAINT,
                        node.ref(),
                        FieldPath.of("spec", "taints"),
                        "has the taint " + taint + ": only pods that tolerate it" + what)
                .having(taint.toString());
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
                    "has " + Names.counted(pods, "pod") + room(node)));
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

    /** The scheduler takes a node that does not say for one that takes none. */
    private static String room(Node node) {
        long most = PodFindings.mostPods(node);
        return most == 0 ? ", and does not say that it takes any" : ", of " + most + " that it takes";
    }

    private static SortedMap<String, Integer> attached(Cluster cluster, Node node) {
        SortedMap<String, Integer> byDriver = new TreeMap<>();
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
