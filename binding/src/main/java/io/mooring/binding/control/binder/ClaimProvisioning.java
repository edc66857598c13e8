package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.Report;
import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.lifecycle.ClaimEvent;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.util.Optional;

/**
 * Who is to provision a volume for a claim. Models {@code provisionClaim}, {@code findProvisionablePlugin} and the
 * plugins that kube-controller-manager still has: host path, which is switched off, and NFS, which cannot provision.
 */
final class ClaimProvisioning {
    private static final String FAILED = "ProvisioningFailed";
    private static final String HOST_PATH_PLUGIN = "kubernetes.io/host-path";
    private static final String NFS_PLUGIN = "kubernetes.io/nfs";

    private ClaimProvisioning() {}

    static ClaimSighting ask(PersistentVolumeClaim claim, String className, Optional<StorageClass> storageClass) {
        if (storageClass.isEmpty()) {
            return impossible("storageclass.storage.k8s.io \"" + className + "\" not found");
        }
        String provisioner = storageClass.get().provisioner();
        Optional<String> driver = CsiMigration.driverOf(provisioner);
        if (driver.isPresent()) {
            return external(driver.get());
        }
        if (provisioner.equals(HOST_PATH_PLUGIN)) {
            return ClaimSighting.of(ClaimEvent.PROVISIONABLE, provisioner)
                    .telling(Report.warning(FAILED, whyHostPathFails(claim, storageClass.get())));
        }
        if (provisioner.equals(NFS_PLUGIN)) {
            return impossible("no provisionable volume plugin matched");
        }
        return provisioner.startsWith(CsiMigration.IN_TREE_PREFIX)
                ? impossible("no volume plugin matched name: " + provisioner)
                : external(provisioner);
    }

    private static ClaimSighting impossible(String why) {
        return ClaimSighting.of(ClaimEvent.NOT_PROVISIONABLE, Report.warning(FAILED, why));
    }

    /** Models {@code provisionClaimOperationExternal}. */
    private static ClaimSighting external(String provisioner) {
        return ClaimSighting.of(ClaimEvent.PROVISIONABLE, provisioner)
                .telling(Report.normal(
                        "ExternalProvisioning",
                        "Waiting for a volume to be created either by the external provisioner '" + provisioner
                                + "' or manually by the system administrator. If volume creation is delayed, please "
                                + "verify that the provisioner is running and correctly registered."));
    }

    /** Models {@code provisionClaimOperation} as far as the host path plugin gets. */
    private static String whyHostPathFails(PersistentVolumeClaim claim, StorageClass storageClass) {
        if (claim.spec().dataSource().isPresent()) {
            return "plugin \"" + HOST_PATH_PLUGIN
                    + "\" is not a CSI plugin. Only CSI plugin can provision a claim with a datasource";
        }
        if (!storageClass.mountOptions().isEmpty()) {
            return "Mount options are not supported by the provisioner but StorageClass \""
                    + storageClass.metadata().name() + "\" has mount options ["
                    + String.join(" ", storageClass.mountOptions()) + "]";
        }
        return "Failed to create provisioner: provisioning in volume plugin \"" + HOST_PATH_PLUGIN + "\" is disabled";
    }

    /** The claim with the provisioner in its annotations. Models {@code setClaimProvisioner}. */
    static PersistentVolumeClaim asking(PersistentVolumeClaim claim, String provisioner) {
        ObjectMeta metadata = claim.metadata();
        if (provisioner.equals(metadata.annotations().get(VolumeAnnotations.PROVISIONER))) {
            return claim;
        }
        ObjectMeta beta = VolumeAnnotations.with(metadata, VolumeAnnotations.PROVISIONER_BETA, provisioner);
        return claim.withMetadata(VolumeAnnotations.with(beta, VolumeAnnotations.PROVISIONER, provisioner));
    }
}
