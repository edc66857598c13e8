package io.mooring.workload;

/** A pod's spec and where it may run. Kubernetes: {@code core/v1 PodSpec}, v1.37. */
final class PodFields {
    static final String TABLE = """
            PodSpec
                [EphemeralContainer]: ephemeralContainers
                string: restartPolicy dnsPolicy serviceAccountName serviceAccount hostname subdomain
                string: priorityClassName
                int64?: terminationGracePeriodSeconds activeDeadlineSeconds
                bool?: automountServiceAccountToken shareProcessNamespace enableServiceLinks
                bool?: setHostnameAsFQDN hostUsers
                bool: hostNetwork hostPID hostIPC
                PodSecurityContext?: securityContext
                [LocalObjectReference]: imagePullSecrets
                [Toleration]: tolerations
                [HostAlias]: hostAliases
                int32?: priority
                PodDNSConfig?: dnsConfig
                [PodReadinessGate]: readinessGates
                string?: runtimeClassName preemptionPolicy hostnameOverride
                {quantity}: overhead
                [TopologySpreadConstraint]: topologySpreadConstraints
                PodOS?: os
                [PodSchedulingGate]: schedulingGates
                [PodResourceClaim]: resourceClaims
                ResourceRequirements?: resources
                PodSchedulingGroup-: schedulingGroup
                [EvictionResponder]-: evictionResponders

            LocalObjectReference
                string: name
            PodSecurityContext
                SELinuxOptions?: seLinuxOptions
                WindowsSecurityContextOptions?: windowsOptions
                int64?: runAsUser runAsGroup fsGroup
                bool?: runAsNonRoot
                [int64]: supplementalGroups
                string?: supplementalGroupsPolicy fsGroupChangePolicy seLinuxChangePolicy
                [Sysctl]: sysctls
                SecurityProfile?: seccompProfile appArmorProfile
            Sysctl
                string!: name value
            Toleration
                string: key operator value effect
                int64?: tolerationSeconds
            HostAlias
                string!: ip
                [string]: hostnames
            PodDNSConfig
                [string]: nameservers searches
                [PodDNSConfigOption]: options
            PodDNSConfigOption
                string: name
                string?: value
            PodReadinessGate
                string!: conditionType
            TopologySpreadConstraint
                int32!: maxSkew
                string!: topologyKey whenUnsatisfiable
                LabelSelector?: labelSelector
                int32?: minDomains
                string?: nodeAffinityPolicy nodeTaintsPolicy
                [string]: matchLabelKeys
            PodOS
                string!: name
            PodSchedulingGate
                string!: name
            PodResourceClaim
                string!: name
                string?: resourceClaimName resourceClaimTemplateName
            PodSchedulingGroup
                string?: podGroupName
            EvictionResponder
                string!: name
                int32?: priority

            Affinity
                PodAffinity?: podAffinity podAntiAffinity
            NodeAffinity
                [PreferredSchedulingTerm]: preferredDuringSchedulingIgnoredDuringExecution
            PreferredSchedulingTerm
                int32!: weight
                NodeSelectorTerm!: preference
            NodeSelectorTerm
                [SelectorRequirement]: matchExpressions matchFields
            PodAffinity
                [PodAffinityTerm]: requiredDuringSchedulingIgnoredDuringExecution
                [WeightedPodAffinityTerm]: preferredDuringSchedulingIgnoredDuringExecution
            WeightedPodAffinityTerm
                int32!: weight
                PodAffinityTerm!: podAffinityTerm
            PodAffinityTerm
                LabelSelector?: labelSelector namespaceSelector
                [string]: namespaces matchLabelKeys mismatchLabelKeys
                string!: topologyKey
            LabelSelector
                {string}: matchLabels
                [SelectorRequirement]: matchExpressions
            SelectorRequirement
                string!: key operator
                [string]: values
            """;

    private PodFields() {}
}
