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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a node must meet so that a pod can run there, in the order in which upstream asks. The pod's volumes come between:
 * see {@link PodVolumeFinder} and {@link VolumeZoneFilter}.
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
            return untolerated(state.pod(), node)
                    .<List<NodeRejection>>map(taint ->
                            List.of(new NodeRejection.UntoleratedTaint(taint.key(), taint.value(), taint.effect())))
                    .orElse(List.of());
        }
    },
    /** Models {@code RequiredNodeAffinity.Match}. */
    NODE_AFFINITY {
        @Override
        List<NodeRejection> rejections(CycleState state, Node node) {
            if (!hasSelectedLabels(state.pod(), node)) {
                Map<String, String> lacking = new HashMap<>(state.pod().spec().nodeSelector());
                lacking.entrySet().removeAll(node.metadata().labels().entrySet());
                return List.of(new NodeRejection.NodeSelectorMismatch(lacking));
            }
            return meetsAffinity(state.pod(), node) ? List.of() : List.of(new NodeRejection.NodeAffinityMismatch());
        }
    },
    NODE_PORTS {
        @Override
        List<NodeRejection> rejections(CycleState state, Node node) {
            return state.ports().isEmpty()
                    ? List.of()
                    : listed(state.cluster()
                            .view(HostPorts.VIEW)
                            .rejection(
                                    state.pod(), state.ports(), node.metadata().name()));
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
    },
    NODE_VOLUME_LIMITS {
        @Override
        List<NodeRejection> rejections(CycleState state, Node node) {
            return listed(VolumeLimits.rejection(state, node));
        }
    },
    POD_TOPOLOGY_SPREAD {
        @Override
        List<NodeRejection> rejections(CycleState state, Node node) {
            return listed(state.domains().rejection(node));
        }
    },
    INTER_POD_AFFINITY {
        @Override
        List<NodeRejection> rejections(CycleState state, Node node) {
            return listed(state.neighbours().rejection(node));
        }
    };

    /** Those that are asked before the pod's volumes. */
    static final Set<NodeFilter> BEFORE_VOLUMES = EnumSet.range(NODE_UNSCHEDULABLE, NODE_VOLUME_LIMITS);

    /** Those that are asked after the pod's volumes. */
    static final Set<NodeFilter> AFTER_VOLUMES = EnumSet.range(POD_TOPOLOGY_SPREAD, INTER_POD_AFFINITY);

    /** Why the pod cannot run on the node; none if this filter lets it. */
    abstract List<NodeRejection> rejections(CycleState state, Node node);

    /** The first rule of those that the node fails, with all its reasons; none if it meets them all. */
    static List<NodeRejection> first(Set<NodeFilter> filters, CycleState state, Node node) {
        for (NodeFilter filter : filters) {
            List<NodeRejection> rejections = filter.rejections(state, node);
            if (!rejections.isEmpty()) {
                return rejections;
            }
        }
        return List.of();
    }

    private static List<NodeRejection> listed(Optional<NodeRejection> rejection) {
        return rejection.<List<NodeRejection>>map(List::of).orElse(List.of());
    }

    /** The first taint of the node that keeps the pod off. */
    static Optional<Taint> untolerated(Pod pod, Node node) {
        return Taint.of(node).stream()
                .filter(taint -> !taint.isToleratedBy(pod))
                .findFirst();
    }

    /** Whether the node is one of those that the pod's node selector and required affinity want. */
    static boolean isWanted(Pod pod, Node node) {
        return hasSelectedLabels(pod, node) && meetsAffinity(pod, node);
    }

    private static boolean hasSelectedLabels(Pod pod, Node node) {
        return node.metadata()
                .labels()
                .entrySet()
                .containsAll(pod.spec().nodeSelector().entrySet());
    }

    private static boolean meetsAffinity(Pod pod, Node node) {
        return requiredAffinity(pod)
                .map(affinity -> NodeMatcher.of(affinity).matches(node))
                .orElse(true);
    }

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
