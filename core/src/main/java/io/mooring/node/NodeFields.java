package io.mooring.node;

import io.mooring.schema.Shape;
import io.mooring.schema.TypeTable;

/** The fields of a node that are carried along. Kubernetes: {@code core/v1 NodeSpec} and {@code NodeStatus}, v1.37. */
final class NodeFields {
    private static final TypeTable TYPES = TypeTable.parse("""
            NodeSpec
                string: podCIDR providerID externalID
                [string]: podCIDRs
                [Taint]: taints
                NodeConfigSource?: configSource
                NodePodPreemptionPolicy-: podPreemptionPolicy
            Taint
                string!: key effect
                string: value
                time?: timeAdded
            NodeConfigSource
                ConfigMapNodeConfigSource?: configMap
            ConfigMapNodeConfigSource
                string!: namespace name kubeletConfigKey
                string: uid resourceVersion
            NodePodPreemptionPolicy
                [string]: disableResizePreemption

            NodeStatus
                string: phase
                [NodeCondition]: conditions
                [NodeAddress]: addresses
                NodeDaemonEndpoints: daemonEndpoints
                NodeSystemInfo: nodeInfo
                [ContainerImage]: images
                [string]: volumesInUse declaredFeatures
                [AttachedVolume]: volumesAttached
                NodeConfigStatus?: config
                [NodeRuntimeHandler]: runtimeHandlers
                NodeFeatures?: features
            NodeCondition
                string!: type status
                time?: lastHeartbeatTime lastTransitionTime
                string: reason message
            NodeAddress
                string!: type address
            NodeDaemonEndpoints
                DaemonEndpoint: kubeletEndpoint
            DaemonEndpoint
                int32!: Port
            NodeSystemInfo
                string!: machineID systemUUID bootID kernelVersion osImage containerRuntimeVersion
                string!: kubeletVersion kubeProxyVersion operatingSystem architecture
                NodeSwapStatus?: swap
            NodeSwapStatus
                int64?: capacity
            ContainerImage
                [string]!: names
                int64: sizeBytes
            AttachedVolume
                string!: name devicePath
            NodeConfigStatus
                NodeConfigSource?: assigned active lastKnownGood
                string: error
            NodeRuntimeHandler
                string!: name
                NodeRuntimeHandlerFeatures?: features
            NodeRuntimeHandlerFeatures
                bool?: recursiveReadOnlyMounts userNamespaces
            NodeFeatures
                bool?: supplementalGroupsPolicy
            """);

    static final Shape SPEC = TYPES.shape("NodeSpec");
    static final Shape STATUS = TYPES.shape("NodeStatus");

    private NodeFields() {}
}
