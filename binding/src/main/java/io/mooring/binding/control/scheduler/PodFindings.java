package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodRejection;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttachment;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How things stand with a pod: what the scheduler decides on. */
public final class PodFindings {
    static final String DEFAULT_SCHEDULER = "default-scheduler";

    private PodFindings() {}

    /** What the scheduler finds when it looks at the pod now; the pod's condition says what it found when it last looked. */
    public static PodFinding of(Cluster cluster, Pod pod) {
        return withoutScheduling(pod)
                .or(() -> backingOff(cluster, pod))
                .or(() -> notKnown(cluster, pod))
                .orElseGet(() -> new SchedulingCycle(cluster, pod).result().finding());
    }

    /**
     * All that speaks against every node, where the scheduler stops at the first; none if it depends on the nodes. Of a pod that
     * is the scheduler's to place.
     */
    public static List<PodRejection> rejections(Cluster cluster, Pod pod) {
        return new PreFilter(cluster, pod).unmet();
    }

    /** All that keeps the pod off each node, by name; empty if there are {@link #rejections} that speak against every node. */
    public static List<NodeCheck> nodeChecks(Cluster cluster, Pod pod) {
        return new PreFilter(cluster, pod).run().accept(new PreFilter.Result.Cases<>() {
            @Override
            public List<NodeCheck> rejected(PreFilter.Result.Rejected result) {
                return List.of();
            }

            @Override
            public List<NodeCheck> passed(PreFilter.Result.Passed result) {
                CycleState state = CycleState.of(cluster, pod, result.claims());
                return cluster.list(Node.KIND)
                        .map(node -> new NodeCheck(node, new Filters(state, node).unmet()))
                        .toList();
            }
        });
    }

    /**
     * Which claim of the pod gets, on this node, the volume that another of its claims would have had; empty if the other one finds
     * none even alone.
     */
    public static Optional<Ref<PersistentVolumeClaim>> servedBefore(
            Cluster cluster, Pod pod, Node node, Ref<PersistentVolumeClaim> other) {
        return new PreFilter(cluster, pod).run().accept(new PreFilter.Result.Cases<>() {
            @Override
            public Optional<Ref<PersistentVolumeClaim>> rejected(PreFilter.Result.Rejected result) {
                return Optional.empty();
            }

            @Override
            public Optional<Ref<PersistentVolumeClaim>> passed(PreFilter.Result.Passed result) {
                PodVolumeFinder finder = new PodVolumeFinder(cluster, node, result.claims());
                return cluster.get(other).flatMap(finder::servedBefore).map(PersistentVolumeClaim::ref);
            }
        });
    }

    /** How many pods the node takes; none if it does not say. */
    public static long mostPods(Node node) {
        return NodeFilter.mostPods(node);
    }

    /** The pods without a node that the pod must be near to: where they go it may go, and before that nowhere. */
    public static List<Ref<Pod>> awaitedNeighbours(Cluster cluster, Pod pod) {
        List<AffinityTerm> near = PodDemands.of(pod).near();
        return near.isEmpty()
                ? List.of()
                : cluster.list(Pod.KIND)
                        .filter(other -> PodRequests.nodeOf(other).isEmpty() && !other.hasEnded())
                        .filter(other -> !other.ref().equals(pod.ref()))
                        .filter(other -> new PodSelection.Near(near).matches(other, cluster))
                        .map(Pod::ref)
                        .toList();
    }

    /** Why the pod waits for time to pass; empty if it does not. Upstream: the {@code podBackoffQ} of the scheduling queue. */
    static Optional<PodFinding> backingOff(Cluster cluster, Pod pod) {
        return cluster.finding(pod.ref())
                .filter(PodFinding.BindingFailed.class::isInstance)
                .map(PodFinding.BindingFailed.class::cast);
    }

    /** What would have to be known to place the pod; empty if it is. Without pods nobody knows what room there is. */
    static Optional<PodFinding> notKnown(Cluster cluster, Pod pod) {
        if (cluster.isWhole()) {
            return Optional.empty();
        }
        List<ObjectKind<?>> needed = new ArrayList<>(List.of(Node.KIND, Pod.KIND));
        if (pod.usesClaims()) {
            needed.addAll(List.of(PersistentVolumeClaim.KIND, PersistentVolume.KIND, StorageClass.KIND));
        }
        if (pod.claims().stream().anyMatch(claim -> isProvisioned(cluster, claim))) {
            needed.addAll(List.of(CsiDriver.KIND, CsiStorageCapacity.KIND));
        }
        if (!CsiVolume.of(cluster, pod).isEmpty()) {
            needed.addAll(List.of(CsiNode.KIND, VolumeAttachment.KIND));
        }
        if (PodDemands.of(pod).selections(pod).stream().anyMatch(PodSelection::asksNamespaces)) {
            needed.add(Namespace.KIND);
        }
        List<ObjectKind<?>> unknown =
                needed.stream().filter(kind -> !cluster.isKnown(kind)).toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of(new PodFinding.NotKnown(pod.ref(), unknown));
    }

    /** Whether a volume is made for the claim, on a node that has room for it. */
    private static boolean isProvisioned(Cluster cluster, Ref<PersistentVolumeClaim> claim) {
        return cluster.get(claim)
                .filter(found -> found.volume().isEmpty())
                .filter(found -> StorageClasses.of(cluster, found)
                        .filter(StorageClass::waitsForFirstConsumer)
                        .filter(storageClass -> !storageClass.provisioner().equals(StorageClass.NO_PROVISIONER))
                        .isPresent())
                .isPresent();
    }

    /** Why the pod is not the scheduler's to place; empty if it is. */
    static Optional<PodFinding> withoutScheduling(Pod pod) {
        if (pod.isPlaced()) {
            return Optional.of(
                    new PodFinding.Placed(pod.ref(), Node.ref(pod.spec().nodeName())));
        }
        if (pod.hasEnded()) {
            return Optional.of(
                    new PodFinding.Ended(pod.ref(), pod.status().phase().orElseThrow()));
        }
        if (pod.metadata().isBeingDeleted()) {
            return Optional.of(new PodFinding.BeingDeleted(pod.ref()));
        }
        String scheduler = pod.spec().schedulerName();
        if (!scheduler.isEmpty() && !scheduler.equals(DEFAULT_SCHEDULER)) {
            return Optional.of(new PodFinding.OtherScheduler(pod.ref(), scheduler));
        }
        List<String> gates = schedulingGates(pod);
        return gates.isEmpty() ? Optional.empty() : Optional.of(new PodFinding.Gated(pod.ref(), gates));
    }

    private static List<String> schedulingGates(Pod pod) {
        return CarriedFields.objects(pod.spec().rest(), "schedulingGates").stream()
                .map(gate -> CarriedFields.text(gate, "name"))
                .toList();
    }
}
