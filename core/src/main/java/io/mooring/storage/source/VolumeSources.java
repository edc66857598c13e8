package io.mooring.storage.source;

import io.mooring.tree.Codec;
import io.mooring.tree.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All kinds of sources by the field that holds them, in the order of upstream's {@code PersistentVolumeSource}. */
public final class VolumeSources {
    /** The codec of each field. */
    public static final Map<String, Codec<? extends VolumeSource>> CODECS = codecs();

    private VolumeSources() {}

    /** The field and its content. */
    public static Map.Entry<String, JsonValue> write(VolumeSource source) {
        return Map.entry(source.key(), source.toJson());
    }

    private static Map<String, Codec<? extends VolumeSource>> codecs() {
        Map<String, Codec<? extends VolumeSource>> codecs = new LinkedHashMap<>();
        codecs.put("gcePersistentDisk", GcePersistentDiskVolumeSource.CODEC);
        codecs.put("awsElasticBlockStore", AwsElasticBlockStoreVolumeSource.CODEC);
        codecs.put("hostPath", HostPathVolumeSource.CODEC);
        codecs.put("glusterfs", GlusterfsVolumeSource.CODEC);
        codecs.put("nfs", NfsVolumeSource.CODEC);
        codecs.put("rbd", RbdVolumeSource.CODEC);
        codecs.put("iscsi", IscsiVolumeSource.CODEC);
        codecs.put("cinder", CinderVolumeSource.CODEC);
        codecs.put("cephfs", CephfsVolumeSource.CODEC);
        codecs.put("fc", FcVolumeSource.CODEC);
        codecs.put("flocker", FlockerVolumeSource.CODEC);
        codecs.put("flexVolume", FlexVolumeSource.CODEC);
        codecs.put("azureFile", AzureFileVolumeSource.CODEC);
        codecs.put("vsphereVolume", VsphereVirtualDiskVolumeSource.CODEC);
        codecs.put("quobyte", QuobyteVolumeSource.CODEC);
        codecs.put("azureDisk", AzureDiskVolumeSource.CODEC);
        codecs.put("photonPersistentDisk", PhotonPersistentDiskVolumeSource.CODEC);
        codecs.put("portworxVolume", PortworxVolumeSource.CODEC);
        codecs.put("scaleIO", ScaleIoVolumeSource.CODEC);
        codecs.put("local", LocalVolumeSource.CODEC);
        codecs.put("storageos", StorageOsVolumeSource.CODEC);
        codecs.put("csi", CsiVolumeSource.CODEC);
        return Collections.unmodifiableMap(codecs);
    }
}
