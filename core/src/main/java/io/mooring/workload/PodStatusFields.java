package io.mooring.workload;

/** What is observed of a pod besides its phase and its conditions. Kubernetes: {@code core/v1 PodStatus}, v1.37. */
final class PodStatusFields {
    static final String TABLE = """
            PodStatus
                int64: observedGeneration
                string: message reason nominatedNodeName hostIP podIP qosClass resize
                [PodAddress]: hostIPs podIPs
                time?: startTime
                [ContainerStatus]: initContainerStatuses containerStatuses ephemeralContainerStatuses
                [PodResourceClaimStatus]: resourceClaimStatuses
                PodExtendedResourceClaimStatus?: extendedResourceClaimStatus
                {quantity}: allocatedResources
                ResourceRequirements?: resources
                [NodeAllocatableResourceClaimStatus]: nodeAllocatableResourceClaimStatuses
                [PodVolumeHealth]: volumeHealth
            PodAddress
                string!: ip

            ContainerStatus
                string!: name image imageID
                ContainerState: state lastState
                bool!: ready
                int32!: restartCount
                string: containerID
                bool?: started
                {quantity}: allocatedResources
                ResourceRequirements?: resources
                [VolumeMountStatus]: volumeMounts
                ContainerUser?: user
                [ResourceStatus]: allocatedResourcesStatus
                string?: stopSignal
            ContainerState
                ContainerStateWaiting?: waiting
                ContainerStateRunning?: running
                ContainerStateTerminated?: terminated
            ContainerStateWaiting
                string: reason message
            ContainerStateRunning
                time?: startedAt
            ContainerStateTerminated
                int32!: exitCode
                int32: signal
                string: reason message containerID
                time?: startedAt finishedAt
            VolumeMountStatus
                string!: name mountPath
                bool: readOnly
                string?: recursiveReadOnly
                VolumeStatus?: volumeStatus
            VolumeStatus
                ImageVolumeStatus?: image
            ImageVolumeStatus
                string: imageRef
            ContainerUser
                LinuxContainerUser?: linux
            LinuxContainerUser
                int64!: uid gid
                [int64]: supplementalGroups
            ResourceStatus
                string!: name
                [ResourceHealth]: resources
            ResourceHealth
                string!: resourceID
                string: health
                string?: message

            PodResourceClaimStatus
                string!: name
                string?: resourceClaimName
            PodExtendedResourceClaimStatus
                [ContainerExtendedResourceRequest]!: requestMappings
                string!: resourceClaimName
            ContainerExtendedResourceRequest
                string!: containerName resourceName requestName
            NodeAllocatableResourceClaimStatus
                string!: resourceClaimName
                [string]: containers
                [NodeAllocatableMappedResources]: mapping
                [NodeAllocatableOverheadResources]: overhead
            NodeAllocatableMappedResources
                string!: name
                quantity?: quantity
            NodeAllocatableOverheadResources
                string!: name
                quantity?: perPod perContainer
            PodVolumeHealth
                string!: name
                [VolumeHealthCondition]: healthConditions
                time?: lastTransitionTime
            VolumeHealthCondition
                string!: status reason
                string: message
            """;

    private PodStatusFields() {}
}
