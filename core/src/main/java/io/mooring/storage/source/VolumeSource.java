package io.mooring.storage.source;

import io.mooring.tree.JsonValue;

/** Where a volume's bytes are: one of the 22 kinds of Kubernetes v1.37.2, or one that Mooring does not know. */
public sealed interface VolumeSource
        permits AwsElasticBlockStoreVolumeSource,
                AzureDiskVolumeSource,
                AzureFileVolumeSource,
                CephfsVolumeSource,
                CinderVolumeSource,
                CsiVolumeSource,
                FcVolumeSource,
                FlexVolumeSource,
                FlockerVolumeSource,
                GcePersistentDiskVolumeSource,
                GlusterfsVolumeSource,
                HostPathVolumeSource,
                IscsiVolumeSource,
                LocalVolumeSource,
                NfsVolumeSource,
                PhotonPersistentDiskVolumeSource,
                PortworxVolumeSource,
                QuobyteVolumeSource,
                RbdVolumeSource,
                ScaleIoVolumeSource,
                StorageOsVolumeSource,
                VsphereVirtualDiskVolumeSource,
                UnknownVolumeSource {

    /** The field of the volume's spec that holds it: {@code nfs}, {@code hostPath}, ... */
    String key();

    /** The field's content, as Kubernetes writes it. */
    JsonValue toJson();
}
