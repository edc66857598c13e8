package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.node.Node;
import io.mooring.node.NodeMatcher;
import io.mooring.node.NodeSelector;
import io.mooring.quantity.Quantity;
import io.mooring.workload.NodeAffinity;
import io.mooring.workload.Pod;
import io.mooring.workload.PodAffinity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a node must meet so that a pod can run there, in the order in which upstream asks. The pod's volumes come last: see
 * {@link PodVolumeFinder} and {@link VolumeZoneFilter}.
 */
enum NodeFilter {
    NODE_UNSCHEDULABLE {
        @Override
        List<NodeRejection> rejections(CycleState state, Node node) {
            return node.spec().unschedulable() && !Taint.UNSCHEDULABLE.isToleratedBy(state.pod())
                    ? List.of(new NodeRejection.Cordoned())
                    : List.of();
        }
    },
    /** Models {@code FindMatchingUntoleratedTaint}. */
    TAINT_TOLERATION {
        @Override
        List<NodeRejection> rejections(CycleState state, Node node) {
            return Taint.of(node).stream()
                    .filter(taint -> !taint.isToleratedBy(state.pod()))
                    .findFirst()
                    .<List<NodeRejection>>map(taint ->
                            List.of(new NodeRejection.UntoleratedTaint(taint.key(), taint.value(), taint.effect())))
                    .orElse(List.of());
        }
    },
    /** Models {@code RequiredNodeAffinity.Match}. */
    NODE_AFFINITY {
        @Override
        List<NodeRejection> rejections(CycleState state, Node node) {
            Map<String, String> selector = state.pod().spec().nodeSelector();
            Map<String, String> labels = node.metadata().labels();
            if (!labels.entrySet().containsAll(selector.entrySet())) {
                Map<String, String> lacking = new HashMap<>(selector);
                lacking.entrySet().removeAll(labels.entrySet());
                return List.of(new NodeRejection.NodeSelectorMismatch(lacking));
            }
            boolean isWanted = requiredAffinity(state.pod())
                    .map(affinity -> NodeMatcher.of(affinity).matches(node))
                    .orElse(true);
            return isWanted ? List.of() : List.of(new NodeRejection.NodeAffinityMismatch());
        }
    },
    /** Models {@code noderesources.fitsRequest}: every resource that is short is a reason of its own. */
    NODE_RESOURCES_FIT {
        @Override
        List<NodeRejection> rejections(CycleState state, Node node) {
            PodRequests used = state.othersOn(node);
            Map<String, Quantity> allocatable = PodRequests.allocatable(node);
            List<NodeRejection> rejections = new ArrayList<>();
            long mostPods = amount(allocatable, "pods");
            if (used.pods() + 1 > mostPods) {
                rejections.add(new NodeRejection.TooManyPods(used.pods(), mostPods));
            }
            new TreeMap<>(state.requests().amounts()).forEach((resource, requested) -> {
                long all = amount(allocatable, resource);
                long free = all - used.amounts().getOrDefault(resource, 0L);
                if (requested > 0 && requested > free) {
                    rejections.add(insufficient(resource, requested, free, all));
                }
            });
            return rejections;
        }
    },
    VOLUME_RESTRICTIONS {
        @Override
        List<NodeRejection> rejections(CycleState state, Node node) {
            return state.claims().inUse().<List<NodeRejection>>map(List::of).orElse(List.of());
        }
    };

    /** Why the pod cannot run on the node; none if this filter lets it. */
    abstract List<NodeRejection> rejections(CycleState state, Node node);

    static Optional<NodeSelector> requiredAffinity(Pod pod) {
        return pod.spec()
                .affinity()
                .flatMap(PodAffinity::nodeAffinity)
                .flatMap(NodeAffinity::requiredDuringSchedulingIgnoredDuringExecution);
    }

    private static long amount(Map<String, Quantity> allocatable, String resource) {
        Quantity quantity = allocatable.get(resource);
        return quantity == null ? 0 : PodRequests.amount(resource, quantity);
    }

    private static NodeRejection insufficient(String resource, long requested, long free, long all) {
        return new NodeRejection.InsufficientResource(
                resource,
                PodRequests.quantity(resource, requested),
                PodRequests.quantity(resource, free),
                PodRequests.quantity(resource, all));
    }
}
