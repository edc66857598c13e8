package io.mooring.binding.finding;

import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How things stand with a pod, as the scheduler sees it. */
public sealed interface PodFinding extends Finding {

    @Override
    Ref<Pod> about();

    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of finding. */
    interface Cases<R> extends Unschedulable.Cases<R> {
        R placed(Placed finding);

        R schedulable(Schedulable finding);

        R bindingVolumes(BindingVolumes finding);

        R gated(Gated finding);

        R otherScheduler(OtherScheduler finding);

        R beingDeleted(BeingDeleted finding);

        R ended(Ended finding);

        R bindingFailed(BindingFailed finding);

        R notKnown(NotKnown finding);
    }

    /** It has its node. */
    record Placed(Ref<Pod> about, Ref<Node> node) implements PodFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.placed(this);
        }
    }

    /** It fits on a node, and its volumes are bound. */
    record Schedulable(Ref<Pod> about, Ref<Node> node) implements PodFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.schedulable(this);
        }
    }

    /**
     * It fits on a node, and gets it when its volumes are bound.
     *
     * @param bindings the volumes that exist, for claims that waited for a node
     * @param provisions the claims for which volumes are made
     */
    record BindingVolumes(
            Ref<Pod> about, Ref<Node> node, List<Binding> bindings, List<Ref<PersistentVolumeClaim>> provisions)
            implements PodFinding {
        public BindingVolumes {
            bindings = List.copyOf(bindings);
            provisions = List.copyOf(provisions);
        }

        /** A volume for a claim. */
        public record Binding(Ref<PersistentVolumeClaim> claim, Ref<PersistentVolume> volume) {}

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.bindingVolumes(this);
        }
    }

    /**
     * It is not looked at until its scheduling gates are gone.
     *
     * @param gates their names
     */
    record Gated(Ref<Pod> about, List<String> gates) implements PodFinding {
        public Gated {
            gates = List.copyOf(gates);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.gated(this);
        }
    }

    /** It asks for another scheduler. */
    record OtherScheduler(Ref<Pod> about, String scheduler) implements PodFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.otherScheduler(this);
        }
    }

    /** It has no node, and is being deleted. */
    record BeingDeleted(Ref<Pod> about) implements PodFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.beingDeleted(this);
        }
    }

    /** It has no node, and has ended: somebody has said so of it. */
    record Ended(Ref<Pod> about, PodPhase phase) implements PodFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.ended(this);
        }
    }

    /**
     * Its node was taken back from a claim for which a volume was to be made there. It waits for a while, whatever happens
     * meanwhile, and is then scheduled anew.
     *
     * @param node the node, for which no volume could be made
     * @param claim the claim
     */
    record BindingFailed(Ref<Pod> about, Ref<Node> node, Ref<PersistentVolumeClaim> claim) implements PodFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.bindingFailed(this);
        }
    }

    /**
     * Where it can run depends on kinds of which nothing is known, since the cluster was opened without them.
     *
     * @param kinds those kinds
     */
    record NotKnown(Ref<Pod> about, List<ObjectKind<?>> kinds) implements PodFinding {
        public NotKnown {
            kinds = List.copyOf(kinds);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notKnown(this);
        }
    }

    /** It can run nowhere: what its condition {@code PodScheduled} and the event {@code FailedScheduling} say. */
    sealed interface Unschedulable extends PodFinding {
        /** The plug-ins that rejected it; none where nobody was asked. Upstream: {@code UnschedulablePlugins}. */
        Set<SchedulerPlugin> rejectors();

        /** Whether a change of its claims is all that can help it. */
        default boolean dependsOnItsClaimsOnly() {
            return false;
        }

        /** Answers by the case for this finding. */
        <R> R accept(Unschedulable.Cases<R> cases);

        @Override
        default <R> R accept(PodFinding.Cases<R> cases) {
            return accept((Unschedulable.Cases<R>) cases);
        }

        /** One case for each kind of finding. */
        interface Cases<R> {
            R noNodes(NoNodes finding);

            R rejectedByPreFilter(RejectedByPreFilter finding);

            R fitsNowhere(FitsNowhere finding);
        }
    }

    /** There are no nodes. */
    record NoNodes(Ref<Pod> about) implements Unschedulable {
        @Override
        public Set<SchedulerPlugin> rejectors() {
            return Set.of();
        }

        @Override
        public <R> R accept(Unschedulable.Cases<R> cases) {
            return cases.noNodes(this);
        }
    }

    /**
     * No node was looked at, since none would do.
     *
     * @param nodes how many nodes there are
     */
    record RejectedByPreFilter(Ref<Pod> about, int nodes, PodRejection rejection) implements Unschedulable {
        @Override
        public Set<SchedulerPlugin> rejectors() {
            return Set.of(rejection.plugin());
        }

        @Override
        public boolean dependsOnItsClaimsOnly() {
            return rejection.dependsOnItsClaimsOnly();
        }

        @Override
        public <R> R accept(Unschedulable.Cases<R> cases) {
            return cases.rejectedByPreFilter(this);
        }
    }

    /**
     * Every node was looked at, and none does.
     *
     * @param rejected the nodes by what is said of them, in the order of each one's first node
     * @param passedOver how many more nodes there are, which the pod's affinity does not name
     * @param preemption what Kubernetes would do now to make room, and Mooring does not; empty if nothing
     */
    record FitsNowhere(
            Ref<Pod> about,
            List<RejectedNodes> rejected,
            int passedOver,
            PreemptionPolicy preemptionPolicy,
            Optional<Preemption> preemption)
            implements Unschedulable {
        public FitsNowhere {
            rejected = rejected.stream()
                    .sorted(Comparator.comparing(each -> each.nodes().get(0)))
                    .toList();
        }

        /** Where evicting others would not help. */
        public FitsNowhere(
                Ref<Pod> about, List<RejectedNodes> rejected, int passedOver, PreemptionPolicy preemptionPolicy) {
            this(about, rejected, passedOver, preemptionPolicy, Optional.empty());
        }

        /**
         * Pods of lower priority that would be evicted, so that the pod fits. Another node may do as well.
         *
         * @param node the first node, by name, where that helps
         * @param victims as few as will do; those of the lowest priority go first
         */
        public record Preemption(Ref<Node> node, List<Ref<Pod>> victims) {
            public Preemption {
                victims = List.copyOf(victims);
            }
        }

        /**
         * Nodes of which the same is said.
         *
         * @param rejections one or more, in the order in which the plug-ins are asked
         * @param nodes one or more, by name
         */
        public record RejectedNodes(List<NodeRejection> rejections, List<Ref<Node>> nodes) {
            public RejectedNodes {
                rejections = List.copyOf(rejections);
                nodes = nodes.stream().sorted().toList();
            }
        }

        /** Whether the pod may have others evicted. Kubernetes: {@code core/v1 PreemptionPolicy}. */
        public enum PreemptionPolicy {
            PREEMPT_LOWER_PRIORITY,
            NEVER
        }

        /** What is said of this node; nothing if it was not looked at. */
        public List<NodeRejection> rejectionsOf(Ref<Node> node) {
            return rejected.stream()
                    .filter(each -> each.nodes().contains(node))
                    .findFirst()
                    .map(RejectedNodes::rejections)
                    .orElse(List.of());
        }

        /** How many nodes there are. */
        public int nodes() {
            return rejected.stream().mapToInt(each -> each.nodes().size()).sum() + passedOver;
        }

        /** Counts {@code NodeAffinity} for the nodes that were passed over. */
        @Override
        public Set<SchedulerPlugin> rejectors() {
            Set<SchedulerPlugin> rejectors = EnumSet.noneOf(SchedulerPlugin.class);
            rejected.stream()
                    .flatMap(each -> each.rejections().stream())
                    .map(NodeRejection::plugin)
                    .forEach(rejectors::add);
            if (passedOver > 0) {
                rejectors.add(SchedulerPlugin.NODE_AFFINITY);
            }
            return rejectors;
        }

        @Override
        public <R> R accept(Unschedulable.Cases<R> cases) {
            return cases.fitsNowhere(this);
        }
    }
}
