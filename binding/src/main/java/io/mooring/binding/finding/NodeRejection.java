package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why a pod cannot run on one node: what a plug-in's {@code Filter} says. */
public sealed interface NodeRejection {

    /** Which plug-in says it. */
    SchedulerPlugin plugin();

    /** Answers by the case for this rejection. */
    <R> R accept(Cases<R> cases);

    /**
     * Whether the pod would fit if others left the node. Upstream: {@code Unschedulable} against {@code
     * UnschedulableAndUnresolvable}.
     */
    default boolean preemptionMayHelp() {
        return false;
    }

    /** One case for each kind of rejection. */
    interface Cases<R> {
        R cordoned(Cordoned rejection);

        R untoleratedTaint(UntoleratedTaint rejection);

        R nodeSelectorMismatch(NodeSelectorMismatch rejection);

        R nodeAffinityMismatch(NodeAffinityMismatch rejection);

        R tooManyPods(TooManyPods rejection);

        R insufficientResource(InsufficientResource rejection);

        R hostPortTaken(HostPortTaken rejection);

        R claimInUse(ClaimInUse rejection);

        R driverNotInstalled(DriverNotInstalled rejection);

        R tooManyVolumes(TooManyVolumes rejection);

        R volumeNodeAffinityConflict(VolumeNodeAffinityConflict rejection);

        R noVolumeToBind(NoVolumeToBind rejection);

        R otherNodeSelected(OtherNodeSelected rejection);

        R topologyNotAllowed(TopologyNotAllowed rejection);

        R notEnoughStorage(NotEnoughStorage rejection);

        R volumeZoneConflict(VolumeZoneConflict rejection);

        R noSpreadDomain(NoSpreadDomain rejection);

        R spreadTooUneven(SpreadTooUneven rejection);

        R notNearWantedPods(NotNearWantedPods rejection);

        R nearUnwantedPods(NearUnwantedPods rejection);

        R unwantedByPods(UnwantedByPods rejection);
    }

    /** The node is marked as unschedulable. */
    record Cordoned() implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.NODE_UNSCHEDULABLE;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.cordoned(this);
        }
    }

    /** The node has a taint that the pod does not tolerate; others may follow. */
    record UntoleratedTaint(String key, String value, String effect) implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.TAINT_TOLERATION;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.untoleratedTaint(this);
        }
    }

    /**
     * The pod's {@code nodeSelector} asks for labels that the node does not have.
     *
     * @param lacking the labels that the node lacks or has with another value, by key
     */
    record NodeSelectorMismatch(Map<String, String> lacking) implements NodeRejection {
        public NodeSelectorMismatch {
            lacking = Collections.unmodifiableMap(new TreeMap<>(lacking));
        }

        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.NODE_AFFINITY;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.nodeSelectorMismatch(this);
        }
    }

    /** No term of the affinity that the pod requires matches the node. */
    record NodeAffinityMismatch() implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.NODE_AFFINITY;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.nodeAffinityMismatch(this);
        }
    }

    /**
     * The node takes no more pods.
     *
     * @param pods how many it has; not part of the text, since it changes with every pod and clusters that differ in it
     *     alone count as one
     * @param allocatable how many it takes
     */
    record TooManyPods(long pods, long allocatable) implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.NODE_RESOURCES_FIT;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.tooManyPods(this);
        }

        @Override
        public boolean preemptionMayHelp() {
            return true;
        }

        @Override
        public String toString() {
            return "TooManyPods[allocatable=" + allocatable + "]";
        }
    }

    /**
     * The pod asks for more of a resource than is left.
     *
     * @param requested what the pod asks for
     * @param free what the other pods leave; less than nothing where they have more than there is. Not part of the text,
     *     since it changes with every pod and clusters that differ in it alone count as one
     * @param allocatable what the node has for pods
     */
    record InsufficientResource(String resource, Quantity requested, Quantity free, Quantity allocatable)
            implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.NODE_RESOURCES_FIT;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.insufficientResource(this);
        }

        /** An empty node would do. */
        @Override
        public boolean preemptionMayHelp() {
            return requested.compareTo(allocatable) <= 0;
        }

        @Override
        public String toString() {
            return "InsufficientResource[resource=" + resource + ", requested=" + requested + ", allocatable="
                    + allocatable + "]";
        }
    }

    /**
     * A ReadWriteOncePod claim of the pod serves another pod.
     *
     * @param pods those that have a node and use the claim, by name
     */
    record ClaimInUse(Ref<PersistentVolumeClaim> claim, List<Ref<Pod>> pods) implements NodeRejection {
        public ClaimInUse {
            pods = List.copyOf(pods);
        }

        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_RESTRICTIONS;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.claimInUse(this);
        }

        @Override
        public boolean preemptionMayHelp() {
            return true;
        }
    }

    /** The claim is bound to a volume that the node does not reach. */
    record VolumeNodeAffinityConflict(Ref<PersistentVolumeClaim> claim, Ref<PersistentVolume> volume)
            implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_BINDING;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.volumeNodeAffinityConflict(this);
        }
    }

    /** No volume that the node reaches suits the claim, and its class makes none. */
    record NoVolumeToBind(Ref<PersistentVolumeClaim> claim) implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_BINDING;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.noVolumeToBind(this);
        }
    }

    /** A volume is being made for the claim on another node. */
    record OtherNodeSelected(Ref<PersistentVolumeClaim> claim, Ref<Node> selected) implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_BINDING;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.otherNodeSelected(this);
        }
    }

    /** No volume suits the claim, and its class makes none where the node is. */
    record TopologyNotAllowed(Ref<PersistentVolumeClaim> claim, Ref<StorageClass> storageClass)
            implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_BINDING;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.topologyNotAllowed(this);
        }
    }

    /** The provisioner publishes how much it has, and where the node is that is not enough for the claim. */
    record NotEnoughStorage(Ref<PersistentVolumeClaim> claim, String provisioner) implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_BINDING;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notEnoughStorage(this);
        }
    }

    /** The volume's label names zones or regions, and the node is in another. */
    record VolumeZoneConflict(Ref<PersistentVolume> volume, String label) implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_ZONE;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.volumeZoneConflict(this);
        }
    }

    /**
     * Other pods have a port of the node that the pod wants.
     *
     * @param hostIp the address of the node; {@code 0.0.0.0} for all
     * @param pods one or more that have it, on this or on all addresses, by name
     */
    record HostPortTaken(String protocol, String hostIp, int port, List<Ref<Pod>> pods) implements NodeRejection {
        public HostPortTaken {
            pods = List.copyOf(pods);
        }

        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.NODE_PORTS;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.hostPortTaken(this);
        }

        @Override
        public boolean preemptionMayHelp() {
            return true;
        }
    }

    /**
     * A driver of the pod's volumes is not on the node, and wants no pods where it is not. Upstream counts it among what
     * goes when others leave.
     */
    record DriverNotInstalled(String driver) implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.NODE_VOLUME_LIMITS;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.driverNotInstalled(this);
        }

        @Override
        public boolean preemptionMayHelp() {
            return true;
        }
    }

    /**
     * The driver can attach no more volumes to the node.
     *
     * @param requested how many more the pod wants
     * @param attached how many are attached to the node, or are wanted by its pods
     * @param limit how many there can be
     */
    record TooManyVolumes(String driver, int requested, int attached, int limit) implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.NODE_VOLUME_LIMITS;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.tooManyVolumes(this);
        }

        @Override
        public boolean preemptionMayHelp() {
            return true;
        }
    }

    /** The node lacks the label by which the pod's like must be spread. */
    record NoSpreadDomain(String topologyKey) implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.POD_TOPOLOGY_SPREAD;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.noSpreadDomain(this);
        }
    }

    /**
     * One more pod where the node is, and its like would be spread too unevenly.
     *
     * @param topologyKey the node label by which they must be spread
     * @param domain the node's value of it
     * @param pods how many are there
     * @param fewest how many there are in the emptiest domain; 0 if there are fewer domains than demanded
     * @param maxSkew by how many a domain may be ahead of the emptiest
     */
    record SpreadTooUneven(String topologyKey, String domain, int pods, int fewest, int maxSkew)
            implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.POD_TOPOLOGY_SPREAD;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.spreadTooUneven(this);
        }

        @Override
        public boolean preemptionMayHelp() {
            return true;
        }
    }

    /** None of the pods that the pod must be near to is near, by this label; the node may not even have the label. */
    record NotNearWantedPods(String topologyKey) implements NodeRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.INTER_POD_AFFINITY;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notNearWantedPods(this);
        }
    }

    /**
     * Pods are near that the pod must be apart from.
     *
     * @param topologyKey the node label that says what is near
     * @param domain the node's value of it
     * @param pods one or more, by name
     */
    record NearUnwantedPods(String topologyKey, String domain, List<Ref<Pod>> pods) implements NodeRejection {
        public NearUnwantedPods {
            pods = List.copyOf(pods);
        }

        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.INTER_POD_AFFINITY;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.nearUnwantedPods(this);
        }

        @Override
        public boolean preemptionMayHelp() {
            return true;
        }
    }

    /**
     * Pods are near that must be apart from pods such as this one.
     *
     * @param topologyKey the node label that says what is near
     * @param domain the node's value of it
     * @param pods one or more, by name
     */
    record UnwantedByPods(String topologyKey, String domain, List<Ref<Pod>> pods) implements NodeRejection {
        public UnwantedByPods {
            pods = List.copyOf(pods);
        }

        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.INTER_POD_AFFINITY;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unwantedByPods(this);
        }

        @Override
        public boolean preemptionMayHelp() {
            return true;
        }
    }
}
