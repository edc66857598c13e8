package io.mooring.admission;

import io.mooring.storage.source.AzureDiskVolumeSource;
import io.mooring.storage.source.HostPathType;
import io.mooring.storage.source.HostPathVolumeSource;
import io.mooring.storage.source.IscsiVolumeSource;
import io.mooring.storage.source.RbdVolumeSource;
import io.mooring.storage.source.ScaleIoVolumeSource;
import io.mooring.storage.source.VolumeSource;

/** What upstream's {@code SetDefaults_...VolumeSource} fill in. */
final class VolumeSourceDefaults {
    private VolumeSourceDefaults() {}

    static VolumeSource of(VolumeSource source) {
        if (source instanceof HostPathVolumeSource hostPath) {
            return hostPath.withType(hostPath.type().orElse(new HostPathType("")));
        }
        if (source instanceof IscsiVolumeSource iscsi) {
            return iscsi.withIscsiInterface(orElse(iscsi.iscsiInterface(), "default"));
        }
        if (source instanceof RbdVolumeSource rbd) {
            return rbd.withPool(orElse(rbd.pool(), "rbd"))
                    .withUser(orElse(rbd.user(), "admin"))
                    .withKeyring(orElse(rbd.keyring(), "/etc/ceph/keyring"));
        }
        if (source instanceof AzureDiskVolumeSource azureDisk) {
            return azureDisk
                    .withCachingMode(azureDisk.cachingMode().orElse("ReadWrite"))
                    .withKind(azureDisk.kind().orElse("Shared"))
                    .withFsType(azureDisk.fsType().orElse("ext4"))
                    .withReadOnly(azureDisk.readOnly().orElse(false));
        }
        if (source instanceof ScaleIoVolumeSource scaleIo) {
            return scaleIo.withStorageMode(orElse(scaleIo.storageMode(), "ThinProvisioned"))
                    .withFsType(orElse(scaleIo.fsType(), "xfs"));
        }
        return source;
    }

    private static String orElse(String text, String preset) {
        return text.isEmpty() ? preset : text;
    }
}
