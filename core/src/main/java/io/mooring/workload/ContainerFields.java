package io.mooring.workload;

/** The containers of a pod. Kubernetes: {@code core/v1 Container} and {@code EphemeralContainer}, v1.37. */
final class ContainerFields {
    static final String TABLE = """
            Container
                string!: name
                string: image workingDir terminationMessagePath terminationMessagePolicy imagePullPolicy
                [string]: command args
                [ContainerPort]: ports
                [EnvFromSource]: envFrom
                [EnvVar]: env
                ResourceRequirements!: resources
                [ContainerResizePolicy]: resizePolicy
                string?: restartPolicy
                [ContainerRestartRule]: restartPolicyRules
                [VolumeMount]: volumeMounts
                [VolumeDevice]: volumeDevices
                Probe?: livenessProbe readinessProbe startupProbe
                Lifecycle?: lifecycle
                SecurityContext?: securityContext
                bool: stdin stdinOnce tty
            EphemeralContainer
                string!: name
                string: image workingDir terminationMessagePath terminationMessagePolicy imagePullPolicy
                string: targetContainerName
                [string]: command args
                [ContainerPort]: ports
                [EnvFromSource]: envFrom
                [EnvVar]: env
                ResourceRequirements!: resources
                [ContainerResizePolicy]: resizePolicy
                string?: restartPolicy
                [ContainerRestartRule]: restartPolicyRules
                [VolumeMount]: volumeMounts
                [VolumeDevice]: volumeDevices
                Probe?: livenessProbe readinessProbe startupProbe
                Lifecycle?: lifecycle
                SecurityContext?: securityContext
                bool: stdin stdinOnce tty

            ContainerPort
                string: name protocol hostIP
                int32: hostPort
                int32!: containerPort
            VolumeMount
                string!: name mountPath
                bool: readOnly
                string?: recursiveReadOnly mountPropagation
                string: subPath subPathExpr
                [string]-: bindMountOptions
            VolumeDevice
                string!: name devicePath
            ResourceRequirements
                {quantity}: limits requests
                [ResourceClaim]: claims
            ResourceClaim
                string!: name
                string: request
            ContainerResizePolicy
                string!: resourceName restartPolicy
            ContainerRestartRule
                string: action
                ContainerRestartRuleOnExitCodes?: exitCodes
            ContainerRestartRuleOnExitCodes
                string: operator
                [int32]: values

            EnvFromSource
                string: prefix
                EnvSource?: configMapRef secretRef
            EnvSource
                string: name
                bool?: optional
            EnvVar
                string!: name
                string: value
                EnvVarSource?: valueFrom
            EnvVarSource
                ObjectFieldSelector?: fieldRef
                ResourceFieldSelector?: resourceFieldRef
                KeySelector?: configMapKeyRef secretKeyRef
                FileKeySelector?: fileKeyRef
            ObjectFieldSelector
                string: apiVersion
                string!: fieldPath
            ResourceFieldSelector
                string: containerName
                string!: resource
                quantity!: divisor
            KeySelector
                string: name
                string!: key
                bool?: optional
            FileKeySelector
                string!: volumeName path key
                bool?: optional

            Probe
                ExecAction?: exec
                HTTPGetAction?: httpGet
                TCPSocketAction?: tcpSocket
                GRPCAction?: grpc
                int32: initialDelaySeconds timeoutSeconds periodSeconds successThreshold failureThreshold
                int64?: terminationGracePeriodSeconds
            Lifecycle
                LifecycleHandler?: postStart preStop
                string?: stopSignal
            LifecycleHandler
                ExecAction?: exec
                HTTPGetAction?: httpGet
                TCPSocketAction?: tcpSocket
                SleepAction?: sleep
            ExecAction
                [string]: command
            HTTPGetAction
                string: path host scheme
                intOrString!: port
                [HTTPHeader]: httpHeaders
                string-: protocol
            HTTPHeader
                string!: name value
            TCPSocketAction
                intOrString!: port
                string: host
            GRPCAction
                int32!: port
                string?: service
                string-: mode
            SleepAction
                int64!: seconds

            SecurityContext
                Capabilities?: capabilities
                bool?: privileged runAsNonRoot readOnlyRootFilesystem allowPrivilegeEscalation
                SELinuxOptions?: seLinuxOptions
                WindowsSecurityContextOptions?: windowsOptions
                int64?: runAsUser runAsGroup
                string?: procMount
                SecurityProfile?: seccompProfile appArmorProfile
            Capabilities
                [string]: add drop
            SELinuxOptions
                string: user role type level
            WindowsSecurityContextOptions
                string?: gmsaCredentialSpecName gmsaCredentialSpec runAsUserName
                bool?: hostProcess
            SecurityProfile
                string!: type
                string?: localhostProfile
            """;

    private ContainerFields() {}
}
