package io.mooring.workload;

/** The volumes of a pod, but for claims and ephemeral claims. Kubernetes: {@code core/v1 Volume}, v1.37. */
final class VolumeFields {
    static final String TABLE = """
            Volume
                string!: name
                AWSElasticBlockStoreVolumeSource?: awsElasticBlockStore
                AzureDiskVolumeSource?: azureDisk
                AzureFileVolumeSource?: azureFile
                CephFSVolumeSource?: cephfs
                CinderVolumeSource?: cinder
                ConfigMapVolumeSource?: configMap
                CSIVolumeSource?: csi
                DownwardAPIVolumeSource?: downwardAPI
                EmptyDirVolumeSource?: emptyDir
                FCVolumeSource?: fc
                FlexVolumeSource?: flexVolume
                FlockerVolumeSource?: flocker
                GCEPersistentDiskVolumeSource?: gcePersistentDisk
                GitRepoVolumeSource?: gitRepo
                GlusterfsVolumeSource?: glusterfs
                HostPathVolumeSource?: hostPath
                ImageVolumeSource?: image
                ISCSIVolumeSource?: iscsi
                NFSVolumeSource?: nfs
                PhotonPersistentDiskVolumeSource?: photonPersistentDisk
                PortworxVolumeSource?: portworxVolume
                ProjectedVolumeSource?: projected
                QuobyteVolumeSource?: quobyte
                RBDVolumeSource?: rbd
                ScaleIOVolumeSource?: scaleIO
                SecretVolumeSource?: secret
                StorageOSVolumeSource?: storageos
                VsphereVirtualDiskVolumeSource?: vsphereVolume

            AWSElasticBlockStoreVolumeSource
                string!: volumeID
                string: fsType
                int32: partition
                bool: readOnly
            AzureDiskVolumeSource
                string!: diskName diskURI
                string?: cachingMode fsType kind
                bool?: readOnly
            AzureFileVolumeSource
                string!: secretName shareName
                bool: readOnly
            CephFSVolumeSource
                [string]!: monitors
                string: path user secretFile
                LocalObjectReference?: secretRef
                bool: readOnly
            CinderVolumeSource
                string!: volumeID
                string: fsType
                bool: readOnly
                LocalObjectReference?: secretRef
            ConfigMapVolumeSource
                string: name
                [KeyToPath]: items
                int32?: defaultMode
                bool?: optional
                int64-: defaultUser
            CSIVolumeSource
                string!: driver
                bool?: readOnly
                string?: fsType
                {string}: volumeAttributes
                LocalObjectReference?: nodePublishSecretRef
            DownwardAPIVolumeSource
                [DownwardAPIVolumeFile]: items
                int32?: defaultMode
                int64-: defaultUser
            EmptyDirVolumeSource
                string: medium
                quantity?: sizeLimit
                int32-: mode
            FCVolumeSource
                [string]: targetWWNs wwids
                int32?: lun
                string: fsType
                bool: readOnly
            FlexVolumeSource
                string!: driver
                string: fsType
                LocalObjectReference?: secretRef
                bool: readOnly
                {string}: options
            FlockerVolumeSource
                string: datasetName datasetUUID
            GCEPersistentDiskVolumeSource
                string!: pdName
                string: fsType
                int32: partition
                bool: readOnly
            GitRepoVolumeSource
                string!: repository
                string: revision directory
            GlusterfsVolumeSource
                string!: endpoints path
                bool: readOnly
            HostPathVolumeSource
                string!: path
                string?: type
            ImageVolumeSource
                string: reference pullPolicy
            ISCSIVolumeSource
                string!: targetPortal iqn
                int32!: lun
                string: iscsiInterface fsType
                bool: readOnly chapAuthDiscovery chapAuthSession
                [string]: portals
                LocalObjectReference?: secretRef
                string?: initiatorName
            NFSVolumeSource
                string!: server path
                bool: readOnly
            PhotonPersistentDiskVolumeSource
                string!: pdID
                string: fsType
            PortworxVolumeSource
                string!: volumeID
                string: fsType
                bool: readOnly
            ProjectedVolumeSource
                [VolumeProjection]!: sources
                int32?: defaultMode
                int64-: defaultUser
            QuobyteVolumeSource
                string!: registry volume
                bool: readOnly
                string: user group tenant
            RBDVolumeSource
                [string]!: monitors
                string!: image
                string: fsType pool user keyring
                LocalObjectReference?: secretRef
                bool: readOnly
            ScaleIOVolumeSource
                string!: gateway system
                LocalObjectReference?: secretRef
                bool: sslEnabled readOnly
                string: protectionDomain storagePool storageMode volumeName fsType
            SecretVolumeSource
                string: secretName
                [KeyToPath]: items
                int32?: defaultMode
                bool?: optional
                int64-: defaultUser
            StorageOSVolumeSource
                string: volumeName volumeNamespace fsType
                bool: readOnly
                LocalObjectReference?: secretRef
            VsphereVirtualDiskVolumeSource
                string!: volumePath
                string: fsType storagePolicyName storagePolicyID

            VolumeProjection
                SecretProjection?: secret
                DownwardAPIProjection?: downwardAPI
                ConfigMapProjection?: configMap
                ServiceAccountTokenProjection?: serviceAccountToken
                ClusterTrustBundleProjection?: clusterTrustBundle
                PodCertificateProjection?: podCertificate
            SecretProjection
                string: name
                [KeyToPath]: items
                bool?: optional
            DownwardAPIProjection
                [DownwardAPIVolumeFile]: items
            ConfigMapProjection
                string: name
                [KeyToPath]: items
                bool?: optional
            ServiceAccountTokenProjection
                string: audience
                int64?: expirationSeconds
                string!: path
                int64-: user
            ClusterTrustBundleProjection
                string?: name signerName
                LabelSelector?: labelSelector
                bool?: optional
                string!: path
                int64-: user
            PodCertificateProjection
                string: signerName keyType credentialBundlePath keyPath certificateChainPath
                int32?: maxExpirationSeconds
                {string}: userAnnotations
                int64-: user

            KeyToPath
                string!: key path
                int32?: mode
                int64-: user
            DownwardAPIVolumeFile
                string!: path
                ObjectFieldSelector?: fieldRef
                ResourceFieldSelector?: resourceFieldRef
                int32?: mode
                int64-: user
            LocalObjectReference
                string: name
            """;

    private VolumeFields() {}
}
