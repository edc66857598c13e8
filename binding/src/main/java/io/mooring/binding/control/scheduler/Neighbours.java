package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pcollections.TreePSet;

/**
 * The other pods that decide where a pod may run. Models {@code PreFilter} and {@code Filter} of the plug-in {@code
 * interpodaffinity}.
 *
 * @param near what the pod must be near to
 * @param nearPods those that it may be near to
 * @param isOfItsOwn whether the pod is one of those itself
 * @param apart what the pod must be apart from, with the pods
 * @param avoiding what pods on nodes require of it, with the pods
 */
record Neighbours(
        List<AffinityTerm> near,
        SelectedPods nearPods,
        boolean isOfItsOwn,
        List<Repelling> apart,
        List<Repelling> avoiding) {

    /** Pods to which a pod may not come near, by one node label. */
    private record Repelling(String topologyKey, SelectedPods pods) {
        Stream<Met> met(Map<String, String> labels) {
            String domain = labels.get(topologyKey);
            if (domain == null) {
                return Stream.empty();
            }
            TreePSet<Ref<Pod>> there = pods.in(topologyKey, domain);
            return there.isEmpty() ? Stream.empty() : Stream.of(new Met(topologyKey, domain, List.copyOf(there)));
        }
    }

    /** Pods that are too near. */
    private record Met(String topologyKey, String domain, List<Ref<Pod>> pods) {}

    static Neighbours of(Cluster cluster, Pod pod, PodDemands demands) {
        PodTopology topology = cluster.view(PodTopology.VIEW);
        PodSelection.Near near = new PodSelection.Near(demands.near());
        List<Repelling> apart = new ArrayList<>();
        for (AffinityTerm term : demands.apart()) {
            apart.add(new Repelling(term.topologyKey(), topology.others(new PodSelection.Apart(term), pod)));
        }
        List<Repelling> avoiding = topology.avoiding(pod, cluster)
                .map(selection -> new Repelling(selection.term().topologyKey(), topology.others(selection, pod)))
                .filter(repelling -> !repelling.pods().isEmpty())
                .sorted(Comparator.comparing(Repelling::topologyKey))
                .toList();
        return new Neighbours(
                demands.near(),
                topology.others(near, pod),
                !demands.near().isEmpty() && near.matches(pod, cluster),
                apart,
                avoiding);
    }

    /** Why the pod cannot run on the node: the rules that it fails, in upstream's order. */
    List<NodeRejection> rejections(Node node) {
        if (near.isEmpty() && apart.isEmpty() && avoiding.isEmpty()) {
            return List.of();
        }
        Map<String, String> labels = node.metadata().labels();
        return Stream.of(nothingNear(labels), tooNear(labels), unwanted(labels))
                .flatMap(each -> each)
                .toList();
    }

    private Stream<NodeRejection> tooNear(Map<String, String> labels) {
        return apart.stream()
                .flatMap(each -> each.met(labels))
                .map(met -> new NodeRejection.NearUnwantedPods(met.topologyKey(), met.domain(), met.pods()));
    }

    private Stream<NodeRejection> unwanted(Map<String, String> labels) {
        return avoiding.stream()
                .flatMap(each -> each.met(labels))
                .map(met -> new NodeRejection.UnwantedByPods(met.topologyKey(), met.domain(), met.pods()));
    }

    /** A pod that belongs to its own kind may be the first of it, where the node has all the labels. */
    private Stream<NodeRejection> nothingNear(Map<String, String> labels) {
        boolean mayBeFirst = isOfItsOwn && nearPods.isEmpty();
        return near.stream()
                .map(AffinityTerm::topologyKey)
                .filter(key -> !labels.containsKey(key)
                        || (!mayBeFirst
                                && nearPods.in(key, labels.getOrDefault(key, ""))
                                        .isEmpty()))
                .map(NodeRejection.NotNearWantedPods::new);
    }
}
