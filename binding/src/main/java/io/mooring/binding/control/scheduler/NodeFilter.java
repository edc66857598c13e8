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
        Stream<NodeRejection> unmet(CycleState state, Node node) {
            return node.spec().unschedulable()
                            && !Taint.UNSCHEDULABLE.isToleratedBy(
                                    state.pod(), state.cluster().semantics())
                    ? Stream.of(new NodeRejection.Cordoned())
                    : Stream.empty();
        }
    },
    /** Models {@code FindMatchingUntoleratedTaint}. */
    TAINT_TOLERATION {
        @Override
        Stream<NodeRejection> unmet(CycleState state, Node node) {
            return untolerated(state.pod(), node, state.cluster().semantics())
                    .map(taint -> new NodeRejection.UntoleratedTaint(taint.key(), taint.value(), taint.effect()));
        }
    },
    /** Models {@code RequiredNodeAffinity.Match}. */
    NODE_AFFINITY {
        @Override
        Stream<NodeRejection> unmet(CycleState state, Node node) {
            return Stream.concat(selectedLabels(state.pod(), node), affinity(state.pod(), node));
        }
    },
    NODE_PORTS {
        @Override
        Stream<NodeRejection> unmet(CycleState state, Node node) {
            return state.ports().isEmpty()
                    ? Stream.empty()
                    : state.cluster()
                            .view(HostPorts.VIEW)
                            .rejections(
                                    state.pod(), state.ports(), node.metadata().name());
        }
    },
    /** Models {@code noderesources.fitsRequest}: every resource that is short is a reason of its own. */
    NODE_RESOURCES_FIT {
        @Override
        Stream<NodeRejection> unmet(CycleState state, Node node) {
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
            return rejections.stream();
        }

        @Override
        List<NodeRejection> said(Stream<NodeRejection> unmet) {
            return unmet.toList();
        }
    },
    VOLUME_RESTRICTIONS {
        @Override
        Stream<NodeRejection> unmet(CycleState state, Node node) {
            return state.claims().inUse().stream().map(NodeRejection.class::cast);
        }
    },
    NODE_VOLUME_LIMITS {
        @Override
        Stream<NodeRejection> unmet(CycleState state, Node node) {
            return VolumeLimits.rejections(state, node);
        }
    },
    POD_TOPOLOGY_SPREAD {
        @Override
        Stream<NodeRejection> unmet(CycleState state, Node node) {
            return state.domains().rejections(node);
        }
    },
    INTER_POD_AFFINITY {
        @Override
        Stream<NodeRejection> unmet(CycleState state, Node node) {
            return state.neighbours().rejections(node);
        }
    };

    /** Those that are asked before the pod's volumes. */
    static final Set<NodeFilter> BEFORE_VOLUMES = EnumSet.range(NODE_UNSCHEDULABLE, NODE_VOLUME_LIMITS);

    /** Those that are asked after the pod's volumes. */
    static final Set<NodeFilter> AFTER_VOLUMES = EnumSet.range(POD_TOPOLOGY_SPREAD, INTER_POD_AFFINITY);

    /** All that this filter has against the pod on the node, in the order in which it looks; none if it lets it. */
    abstract Stream<NodeRejection> unmet(CycleState state, Node node);

    /** What upstream's filter says of it: most stop at the first. */
    List<NodeRejection> said(Stream<NodeRejection> unmet) {
        return unmet.limit(1).toList();
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
        return filters.stream().flatMap(filter -> filter.unmet(state, node));
    }

    /** The taints of the node that keep the pod off. */
    static Stream<Taint> untolerated(Pod pod, Node node, Semantics semantics) {
        return Taint.of(node).stream().filter(taint -> !taint.isToleratedBy(pod, semantics));
    }

    /** Whether the node is one of those that the pod's node selector and required affinity want. */
    static boolean isWanted(Pod pod, Node node) {
        return Stream.concat(selectedLabels(pod, node), affinity(pod, node))
                .findFirst()
                .isEmpty();
    }

    private static Stream<NodeRejection> selectedLabels(Pod pod, Node node) {
        Map<String, String> selected = pod.spec().nodeSelector();
        if (node.metadata().labels().entrySet().containsAll(selected.entrySet())) {
            return Stream.empty();
        }
        Map<String, String> lacking = new HashMap<>(selected);
        lacking.entrySet().removeAll(node.metadata().labels().entrySet());
        return Stream.of(new NodeRejection.NodeSelectorMismatch(lacking));
    }

    private static Stream<NodeRejection> affinity(Pod pod, Node node) {
        return requiredAffinity(pod)
                .filter(affinity -> !NodeMatcher.of(affinity).matches(node))
                .<NodeRejection>map(affinity -> new NodeRejection.NodeAffinityMismatch())
                .stream();
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
