package io.mooring.binding.control.volume;

import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonString;
import java.util.Map;
import java.util.Optional;

/**
 * The in-tree plugins whose work CSI drivers do by now. Models {@code csi-translation-lib} and
 * {@code pkg/volume/csimigration} with all migrations on, as v1.37 has them.
 */
public final class CsiMigration {
    private static final String MIGRATED_TO_ANNOTATION = "pv.kubernetes.io/migrated-to";

    private static final Map<String, String> DRIVERS = Map.of(
            "kubernetes.io/aws-ebs", "ebs.csi.aws.com",
            "kubernetes.io/azure-disk", "disk.csi.azure.com",
            "kubernetes.io/azure-file", "file.csi.azure.com",
            "kubernetes.io/cinder", "cinder.csi.openstack.org",
            "kubernetes.io/gce-pd", "pd.csi.storage.gke.io",
            "kubernetes.io/portworx-volume", "pxd.portworx.com",
            "kubernetes.io/vsphere-volume", "csi.vsphere.vmware.com");

    private static final Map<String, String> PLUGINS_BY_SOURCE = Map.of(
            "awsElasticBlockStore", "kubernetes.io/aws-ebs",
            "azureDisk", "kubernetes.io/azure-disk",
            "azureFile", "kubernetes.io/azure-file",
            "cinder", "kubernetes.io/cinder",
            "gcePersistentDisk", "kubernetes.io/gce-pd",
            "portworxVolume", "kubernetes.io/portworx-volume",
            "vsphereVolume", "kubernetes.io/vsphere-volume");

    private static final Map<String, String> HANDLES_BY_SOURCE = Map.of(
            "awsElasticBlockStore", "volumeID",
            "azureDisk", "diskURI",
            "azureFile", "shareName",
            "cinder", "volumeID",
            "gcePersistentDisk", "pdName",
            "portworxVolume", "volumeID",
            "vsphereVolume", "volumePath");

    private CsiMigration() {}

    /** The driver that does the work of this plugin. */
    public static Optional<String> driverOf(String plugin) {
        return Optional.ofNullable(DRIVERS.get(plugin));
    }

    /** Whether this driver does the work of a plugin. */
    public static boolean isDriver(String driver) {
        return DRIVERS.containsValue(driver);
    }

    /** The driver that took the volume over from an in-tree plugin, as its annotation says. */
    public static Optional<String> migratedTo(PersistentVolume volume) {
        return volume.metadata().annotation(MIGRATED_TO_ANNOTATION);
    }

    /** The plugin that this source belonged to before a driver took over. */
    public static Optional<String> pluginOf(VolumeSource source) {
        return Optional.ofNullable(PLUGINS_BY_SOURCE.get(source.field()));
    }

    /** What tells this source, which a driver took over, from the driver's other volumes. */
    public static String handleOf(VolumeSource source) {
        return Optional.ofNullable(HANDLES_BY_SOURCE.get(source.field()))
                .flatMap(source.content()::get)
                .filter(JsonString.class::isInstance)
                .map(handle -> ((JsonString) handle).value())
                .orElse("");
    }

    /** The claim with the driver in its annotations, if it is not there yet. */
    public static Optional<PersistentVolumeClaim> corrected(PersistentVolumeClaim claim) {
        ObjectMeta changed = annotated(claim.metadata(), claim.provisioner());
        return changed.equals(claim.metadata()) ? Optional.empty() : Optional.of(claim.withMetadata(changed));
    }

    /**
     * The volume with the driver in its annotations, and with the in-tree finalizer just where an in-tree plugin has
     * still to delete its storage, if that is not so yet. Models
     * {@code updateVolumeMigrationAnnotationsAndFinalizers}.
     */
    public static Optional<PersistentVolume> corrected(PersistentVolume volume) {
        Optional<String> provisioner = volume.provisionedBy();
        ObjectMeta changed = annotated(volume.metadata(), provisioner);
        if (provisioner.isPresent()) {
            changed = finalized(changed, volume, provisioner.get());
        }
        return changed.equals(volume.metadata()) ? Optional.empty() : Optional.of(volume.withMetadata(changed));
    }

    private static ObjectMeta annotated(ObjectMeta metadata, Optional<String> provisioner) {
        if (provisioner.isEmpty()) {
            return metadata;
        }
        return driverOf(provisioner.get())
                .map(driver -> metadata.withAnnotation(MIGRATED_TO_ANNOTATION, driver))
                .orElseGet(() -> metadata.withoutAnnotation(MIGRATED_TO_ANNOTATION));
    }

    private static ObjectMeta finalized(ObjectMeta metadata, PersistentVolume volume, String provisioner) {
        if (driverOf(provisioner).isPresent()) {
            return metadata.withoutFinalizer(StorageFinalizers.IN_TREE);
        }
        if (!InTreePlugins.isName(provisioner)) {
            return metadata;
        }
        ObjectMeta inTree = volume.hasReclaimPolicy(ReclaimPolicy.DELETE)
                ? metadata.withFinalizer(StorageFinalizers.IN_TREE)
                : metadata.withoutFinalizer(StorageFinalizers.IN_TREE);
        return inTree.withoutFinalizer(StorageFinalizers.EXTERNAL_PROVISIONER);
    }
}
