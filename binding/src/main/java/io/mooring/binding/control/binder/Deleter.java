package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.InTreePlugins;
import io.mooring.binding.finding.DeletionObstacle;
import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.binding.finding.VolumeReclaimFinding.DeletionFailed;
import io.mooring.binding.finding.VolumeReclaimFinding.LeftToProvisioner;
import io.mooring.binding.finding.VolumeReclaimFinding.StorageDeleted;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.SourceType;
import io.mooring.storage.VolumeSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What upstream's own plugins make of a volume whose storage is to be deleted. Models {@code doDeleteVolume},
 * {@code findDeletablePlugin} and the plugins that kube-controller-manager still has: host path and NFS.
 */
public final class Deleter {

    /** Anywhere in the path, as upstream looks for it. */
    private static final Pattern BELOW_TMP = Pattern.compile("/tmp/.+");

    private Deleter() {}

    /** What becomes of its storage when its claim is gone, under the policy Delete. */
    public static VolumeReclaimFinding delete(PersistentVolume volume) {
        if (CsiMigration.migratedTo(volume).isPresent()) {
            return new LeftToProvisioner(volume.ref());
        }
        return volume.provisionedBy()
                .filter(provisioner -> !provisioner.isEmpty())
                .map(provisioner -> deleteByName(volume, provisioner))
                .orElseGet(() -> deleteBySource(volume));
    }

    private static VolumeReclaimFinding deleteByName(PersistentVolume volume, String provisioner) {
        if (provisioner.equals(InTreePlugins.HOST_PATH)) {
            return deletePath(volume);
        }
        if (provisioner.equals(InTreePlugins.NFS)) {
            return new DeletionFailed(volume.ref(), new DeletionObstacle.PluginCannotDelete(provisioner));
        }
        return InTreePlugins.isName(provisioner)
                ? new DeletionFailed(volume.ref(), new DeletionObstacle.NoPluginOfName(provisioner))
                : new LeftToProvisioner(volume.ref());
    }

    private static VolumeReclaimFinding deleteBySource(PersistentVolume volume) {
        SourceType type = volume.spec().source().map(VolumeSource::type).orElse(SourceType.UNKNOWN);
        if (type == SourceType.CSI) {
            return new LeftToProvisioner(volume.ref());
        }
        if (type == SourceType.HOST_PATH) {
            return deletePath(volume);
        }
        return new DeletionFailed(
                volume.ref(),
                type == SourceType.NFS
                        ? new DeletionObstacle.SourceCannotBeDeleted()
                        : new DeletionObstacle.NoPluginForSource());
    }

    private static VolumeReclaimFinding deletePath(PersistentVolume volume) {
        Optional<String> path = volume.spec().source().flatMap(VolumeSource::hostPath);
        if (path.isEmpty()) {
            return new DeletionFailed(volume.ref(), new DeletionObstacle.NoHostPath());
        }
        return BELOW_TMP.matcher(path.get()).find()
                ? new StorageDeleted(volume.ref())
                : new DeletionFailed(volume.ref(), new DeletionObstacle.OutsideTmp(path.get()));
    }
}
