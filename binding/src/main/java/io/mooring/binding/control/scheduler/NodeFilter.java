package io.mooring.binding.control.scheduler;

import io.mooring.node.Node;
import io.mooring.node.NodeMatcher;
import io.mooring.node.NodeSelector;
import io.mooring.quantity.Quantity;
import io.mooring.workload.NodeAffinity;
import io.mooring.workload.Pod;
import io.mooring.workload.PodAffinity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a node must meet so that a pod can run there, in the order in which upstream asks; the first plug-in that finds
 * something says why. The pod's volumes come last: see {@link VolumeFit}.
 */
enum NodeFilter {
    NODE_UNSCHEDULABLE {
        @Override
        Optional<Misfit> misfit(Attempt attempt, Node node) {
            return node.spec().unschedulable() && !Taint.UNSCHEDULABLE.isToleratedBy(attempt.pod())
                    ? Optional.of(Misfit.of(Reason.NODES_UNSCHEDULABLE))
                    : Optional.empty();
        }
    },
    TAINT_TOLERATION {
        @Override
        Optional<Misfit> misfit(Attempt attempt, Node node) {
            return Taint.of(node).stream().allMatch(taint -> taint.isToleratedBy(attempt.pod()))
                    ? Optional.empty()
                    : Optional.of(Misfit.of(Reason.UNTOLERATED_TAINTS));
        }
    },
    NODE_AFFINITY {
        @Override
        Optional<Misfit> misfit(Attempt attempt, Node node) {
            boolean isSelected = node.metadata()
                    .labels()
                    .entrySet()
                    .containsAll(attempt.pod().spec().nodeSelector().entrySet());
            boolean isWanted = affinity(attempt.pod())
                    .map(selector -> NodeMatcher.of(selector).matches(node))
                    .orElse(true);
            return isSelected && isWanted ? Optional.empty() : Optional.of(Misfit.of(Reason.NODE_AFFINITY));
        }
    },
    /** Models {@code noderesources.fitsRequest}: every resource that is short is a reason of its own. */
    NODE_RESOURCES_FIT {
        @Override
        Optional<Misfit> misfit(Attempt attempt, Node node) {
            PodRequests used = attempt.othersOn(node);
            Map<String, Quantity> allocatable = PodRequests.offer(node);
            List<String> reasons = new ArrayList<>();
            boolean mayPreempt = true;
            if (used.pods() + 1 > amount(allocatable, "pods")) {
                reasons.add(Reason.TOO_MANY_PODS.text());
            }
            for (Map.Entry<String, Long> request :
                    new TreeMap<>(attempt.requests().amounts()).entrySet()) {
                long all = amount(allocatable, request.getKey());
                long free = all - used.amounts().getOrDefault(request.getKey(), 0L);
                if (request.getValue() > 0 && request.getValue() > free) {
                    reasons.add(Reason.INSUFFICIENT.text() + request.getKey());
                    mayPreempt &= request.getValue() <= all;
                }
            }
            return reasons.isEmpty() ? Optional.empty() : Optional.of(new Misfit(reasons, mayPreempt));
        }
    },
    VOLUME_RESTRICTIONS {
        @Override
        Optional<Misfit> misfit(Attempt attempt, Node node) {
            return attempt.claims().inUseElsewhere()
                    ? Optional.of(new Misfit(List.of(Reason.READ_WRITE_ONCE_POD.text()), true))
                    : Optional.empty();
        }
    };

    abstract Optional<Misfit> misfit(Attempt attempt, Node node);

    static Optional<NodeSelector> affinity(Pod pod) {
        return pod.spec()
                .affinity()
                .flatMap(PodAffinity::nodeAffinity)
                .flatMap(NodeAffinity::requiredDuringSchedulingIgnoredDuringExecution);
    }

    private static long amount(Map<String, Quantity> allocatable, String resource) {
        Quantity quantity = allocatable.get(resource);
        return quantity == null ? 0 : PodRequests.amount(resource, quantity);
    }
}
