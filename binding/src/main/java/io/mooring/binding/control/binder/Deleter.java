package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.Report;
import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.lifecycle.VolumeEvent;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.SourceType;
import io.mooring.storage.VolumeSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What upstream's own plugins make of a volume whose storage is to be deleted. Models {@code doDeleteVolume},
 * {@code findDeletablePlugin} and the plugins that kube-controller-manager still has: host path and NFS.
 */
final class Deleter {
    private static final String HOST_PATH_PLUGIN = "kubernetes.io/host-path";
    private static final String NFS_PLUGIN = "kubernetes.io/nfs";

    /** Anywhere in the path, as upstream looks for it. */
    private static final Pattern BELOW_TMP = Pattern.compile("/tmp/.+");

    private Deleter() {}

    static VolumeSighting delete(PersistentVolume volume) {
        if (volume.metadata().annotations().containsKey(VolumeAnnotations.MIGRATED_TO)) {
            return VolumeSighting.of(VolumeEvent.LEFT_TO_PROVISIONER);
        }
        String provisioner = volume.metadata().annotations().getOrDefault(VolumeAnnotations.PROVISIONED_BY, "");
        return provisioner.isEmpty() ? deleteBySource(volume) : deleteByName(volume, provisioner);
    }

    private static VolumeSighting deleteByName(PersistentVolume volume, String provisioner) {
        if (provisioner.equals(HOST_PATH_PLUGIN)) {
            return deletePath(volume);
        }
        if (provisioner.equals(NFS_PLUGIN)) {
            return failed("no deletable volume plugin matched");
        }
        return provisioner.startsWith(CsiMigration.IN_TREE_PREFIX)
                ? failed("no volume plugin matched name: " + provisioner)
                : VolumeSighting.of(VolumeEvent.LEFT_TO_PROVISIONER);
    }

    private static VolumeSighting deleteBySource(PersistentVolume volume) {
        SourceType type = volume.spec().source().map(VolumeSource::type).orElse(SourceType.UNKNOWN);
        if (type == SourceType.CSI) {
            return VolumeSighting.of(VolumeEvent.LEFT_TO_PROVISIONER);
        }
        if (type == SourceType.HOST_PATH) {
            return deletePath(volume);
        }
        String why = type == SourceType.NFS ? "no deletable volume plugin matched" : "no volume plugin matched";
        return failed("error getting deleter volume plugin for volume \""
                + volume.metadata().name() + "\": " + why);
    }

    private static VolumeSighting deletePath(PersistentVolume volume) {
        Optional<String> path = volume.spec().source().flatMap(VolumeSource::hostPath);
        if (path.isEmpty()) {
            return failed("failed to create deleter for volume \""
                    + volume.metadata().name() + "\": spec.PersistentVolumeSource.HostPath is nil");
        }
        return BELOW_TMP.matcher(path.get()).find()
                ? VolumeSighting.of(VolumeEvent.STORAGE_DELETED)
                : failed("host_path deleter only supports /tmp/.+ but received provided " + path.get());
    }

    private static VolumeSighting failed(String why) {
        return VolumeSighting.of(VolumeEvent.DELETION_FAILED, Report.warning("VolumeFailedDelete", why));
    }
}
