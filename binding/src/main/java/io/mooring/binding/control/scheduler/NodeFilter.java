package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.node.Node;
import io.mooring.node.NodeMatcher;
import io.mooring.node.NodeSelector;
import io.mooring.release.Semantics;
import io.mooring.workload.NodeAffinity;
import io.mooring.workload.Pod;
import io.mooring.workload.PodAffinity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a node must meet so that a pod can run there, in the order in which upstream asks. The pod's volumes come between:
 * see {@link PodVolumeFinder} and {@link VolumeZoneFilter}.
 */
enum NodeFilter {
    NODE_UNSCHEDULABLE {
        @Override
        List<NodeRejection> unmet(CycleState state, Node node) {
            return node.spec().unschedulable()
                            && !Taint.UNSCHEDULABLE.isToleratedBy(
                                    state.pod(), state.cluster().semantics())
                    ? List.of(new NodeRejection.Cordoned())
                    : List.of();
        }
    },
    /** Models {@code FindMatchingUntoleratedTaint}. */
    TAINT_TOLERATION {
        @Override
        List<NodeRejection> unmet(CycleState state, Node node) {
            List<NodeRejection> rejections = new ArrayList<>();
            for (Taint taint : untolerated(state.pod(), node, state.cluster().semantics())) {
                rejections.add(new NodeRejection.UntoleratedTaint(taint.key(), taint.value(), taint.effect()));
            }
            return rejections;
        }
    },
    /** Models {@code RequiredNodeAffinity.Match}. */
    NODE_AFFINITY {
        @Override
        List<NodeRejection> unmet(CycleState state, Node node) {
            return unwanted(state.pod(), node);
        }
    },
    NODE_PORTS {
        @Override
        List<NodeRejection> unmet(CycleState state, Node node) {
            return state.ports().isEmpty()
                    ? List.of()
                    : state.cluster()
                            .view(HostPorts.VIEW)
                            .rejections(
                                    state.pod(), state.ports(), node.metadata().name())
                            .toList();
        }
    },
    /** Models {@code noderesources.fitsRequest}: every resource that is short is a reason of its own. */
    NODE_RESOURCES_FIT {
        @Override
        List<NodeRejection> unmet(CycleState state, Node node) {
            PodRequests used = state.othersOn(node);
            List<NodeRejection> rejections = new ArrayList<>();
            long mostPods = mostPods(node);
            if (used.pods() + 1 > mostPods) {
                rejections.add(new NodeRejection.TooManyPods(used.pods(), mostPods));
            }
            new TreeMap<>(state.requests().amounts()).forEach((resource, requested) -> {
                BigInteger all = PodRequests.allocatable(node, resource);
                BigInteger free = all.subtract(used.amounts().getOrDefault(resource, BigInteger.ZERO));
                if (requested.signum() > 0 && requested.compareTo(free) > 0) {
                    rejections.add(insufficient(resource, requested, free, all));
                }
            });
            return rejections;
        }

        @Override
        List<NodeRejection> said(List<NodeRejection> unmet) {
            return unmet;
        }
    },
    VOLUME_RESTRICTIONS {
        @Override
        List<NodeRejection> unmet(CycleState state, Node node) {
            return List.copyOf(state.claims().inUse());
        }
    },
    NODE_VOLUME_LIMITS {
        @Override
        List<NodeRejection> unmet(CycleState state, Node node) {
            return VolumeLimits.rejections(state, node).toList();
        }
    },
    POD_TOPOLOGY_SPREAD {
        @Override
        List<NodeRejection> unmet(CycleState state, Node node) {
            return state.domains().rejections(node);
        }
    },
    INTER_POD_AFFINITY {
        @Override
        List<NodeRejection> unmet(CycleState state, Node node) {
            return state.neighbours().rejections(node);
        }
    };

    /** Those that are asked before the pod's volumes. */
    static final Set<NodeFilter> BEFORE_VOLUMES = EnumSet.range(NODE_UNSCHEDULABLE, NODE_VOLUME_LIMITS);

    /** Those that are asked after the pod's volumes. */
    static final Set<NodeFilter> AFTER_VOLUMES = EnumSet.range(POD_TOPOLOGY_SPREAD, INTER_POD_AFFINITY);

    /** All that this filter has against the pod on the node, in the order in which it looks; none if it lets it. */
    abstract List<NodeRejection> unmet(CycleState state, Node node);

    /** What upstream's filter says of it: most stop at the first. */
    List<NodeRejection> said(List<NodeRejection> unmet) {
        return unmet.size() < 2 ? unmet : unmet.subList(0, 1);
    }

    /** What the first filter that rejects the node says; none if the node meets them all. */
    static List<NodeRejection> first(Set<NodeFilter> filters, CycleState state, Node node) {
        for (NodeFilter filter : filters) {
            List<NodeRejection> rejections = filter.said(filter.unmet(state, node));
            if (!rejections.isEmpty()) {
                return rejections;
            }
        }
        return List.of();
    }

    /** All that these filters have against the pod on the node. */
    static Stream<NodeRejection> all(Set<NodeFilter> filters, CycleState state, Node node) {
        return filters.stream().flatMap(filter -> filter.unmet(state, node).stream());
    }

    /** The taints of the node that keep the pod off. */
    static List<Taint> untolerated(Pod pod, Node node, Semantics semantics) {
        List<Taint> taints = Taint.of(node);
        return taints.isEmpty()
                ? taints
                : taints.stream()
                        .filter(taint -> !taint.isToleratedBy(pod, semantics))
                        .toList();
    }

    /** Whether the node is one of those that the pod's node selector and required affinity want. */
    static boolean isWanted(Pod pod, Node node) {
        return unwanted(pod, node).isEmpty();
    }

    private static List<NodeRejection> unwanted(Pod pod, Node node) {
        List<NodeRejection> rejections = new ArrayList<>();
        Map<String, String> selected = pod.spec().nodeSelector();
        if (!node.metadata().labels().entrySet().containsAll(selected.entrySet())) {
            Map<String, String> lacking = new HashMap<>(selected);
            lacking.entrySet().removeAll(node.metadata().labels().entrySet());
            rejections.add(new NodeRejection.NodeSelectorMismatch(lacking));
        }
        Optional<NodeSelector> affinity = requiredAffinity(pod);
        if (affinity.isPresent() && !NodeMatcher.of(affinity.get()).matches(node)) {
            rejections.add(new NodeRejection.NodeAffinityMismatch());
        }
        return rejections;
    }

    static Optional<NodeSelector> requiredAffinity(Pod pod) {
        return pod.spec()
                .affinity()
                .flatMap(PodAffinity::nodeAffinity)
                .flatMap(NodeAffinity::requiredDuringSchedulingIgnoredDuringExecution);
    }

    /** More than a long are no other number of pods. */
    static long mostPods(Node node) {
        return PodRequests.allocatable(node, "pods")
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    private static NodeRejection insufficient(String resource, BigInteger requested, BigInteger free, BigInteger all) {
        return new NodeRejection.InsufficientResource(
                resource,
                PodRequests.quantity(resource, requested),
                PodRequests.quantity(resource, free),
                PodRequests.quantity(resource, all));
    }
}
