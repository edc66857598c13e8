package io.mooring.binding.control.scheduler;

import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePSet;

/**
 * The pods of one selection that are on nodes, found by node and by topology. All that is done to it may be done twice.
 *
 * @param nodeOf each pod's node
 * @param onNode the pods of each node
 * @param domainsOf the topologies that each of these nodes is in
 * @param in the pods in each topology
 */
record SelectedPods(
        HashPMap<Ref<Pod>, String> nodeOf,
        HashPMap<String, TreePSet<Ref<Pod>>> onNode,
        HashPMap<String, Map<String, String>> domainsOf,
        HashPMap<Domain, TreePSet<Ref<Pod>>> in) {
    static final SelectedPods NONE =
            new SelectedPods(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** Nodes that have one value of one label. Upstream: {@code topologyPair}. */
    record Domain(String key, String value) {}

    /** Those of the labels that name topologies. */
    static Map<String, String> domains(Map<String, String> labels, Set<String> topologyKeys) {
        Map<String, String> domains = new HashMap<>();
        for (String key : topologyKeys) {
            String value = labels.get(key);
            if (value != null) {
                domains.put(key, value);
            }
        }
        return Map.copyOf(domains);
    }

    /**
     * With the pod there, and nowhere else.
     *
     * @param domains the topologies that the node is in
     */
    SelectedPods with(Ref<Pod> pod, String node, Map<String, String> domains) {
        if (node.equals(nodeOf.get(pod))) {
            return this;
        }
        SelectedPods elsewhere = without(pod);
        Map<String, String> known = elsewhere.domainsOf.getOrDefault(node, domains);
        return new SelectedPods(
                elsewhere.nodeOf.plus(pod, node),
                elsewhere.onNode.plus(node, elsewhere.on(node).plus(pod)),
                elsewhere.domainsOf.plus(node, known),
                changed(elsewhere.in, known, pods -> pods.plus(pod)));
    }

    SelectedPods without(Ref<Pod> pod) {
        String node = nodeOf.get(pod);
        if (node == null) {
            return this;
        }
        TreePSet<Ref<Pod>> left = on(node).minus(pod);
        Map<String, String> known = domainsOf.getOrDefault(node, Map.of());
        return new SelectedPods(
                nodeOf.minus(pod),
                left.isEmpty() ? onNode.minus(node) : onNode.plus(node, left),
                left.isEmpty() ? domainsOf.minus(node) : domainsOf,
                changed(in, known, pods -> pods.minus(pod)));
    }

    /** After the node's labels may have changed. */
    SelectedPods withDomains(String node, Map<String, String> domains) {
        TreePSet<Ref<Pod>> there = on(node);
        Map<String, String> known = domainsOf.getOrDefault(node, domains);
        if (there.isEmpty() || domains.equals(known)) {
            return this;
        }
        HashPMap<Domain, TreePSet<Ref<Pod>>> left = changed(in, known, pods -> pods.minusAll(there));
        return new SelectedPods(
                nodeOf, onNode, domainsOf.plus(node, domains), changed(left, domains, pods -> pods.plusAll(there)));
    }

    private static HashPMap<Domain, TreePSet<Ref<Pod>>> changed(
            HashPMap<Domain, TreePSet<Ref<Pod>>> in,
            Map<String, String> domains,
            UnaryOperator<TreePSet<Ref<Pod>>> change) {
        HashPMap<Domain, TreePSet<Ref<Pod>>> changed = in;
        for (Map.Entry<String, String> each : domains.entrySet()) {
            Domain domain = new Domain(each.getKey(), each.getValue());
            TreePSet<Ref<Pod>> pods = change.apply(changed.getOrDefault(domain, TreePSet.empty()));
            changed = pods.isEmpty() ? changed.minus(domain) : changed.plus(domain, pods);
        }
        return changed;
    }

    /** Those on the node. */
    TreePSet<Ref<Pod>> on(String node) {
        return onNode.getOrDefault(node, TreePSet.empty());
    }

    /** Those on nodes with this value of this label. */
    TreePSet<Ref<Pod>> in(String key, String value) {
        return in.getOrDefault(new Domain(key, value), TreePSet.empty());
    }

    /** Whether there are none in any topology. */
    boolean isEmpty() {
        return in.isEmpty();
    }
}
