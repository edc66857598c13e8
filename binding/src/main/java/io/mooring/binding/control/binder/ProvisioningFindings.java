package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.InTreePlugins;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.finding.ClaimBindingFinding.AwaitsProvisioner;
import io.mooring.binding.finding.ClaimBindingFinding.ClassMissing;
import io.mooring.binding.finding.ClaimBindingFinding.HostPathRefused;
import io.mooring.binding.finding.ClaimBindingFinding.PluginCannotProvision;
import io.mooring.binding.finding.ClaimBindingFinding.PluginMissing;
import io.mooring.binding.finding.HostPathRefusal;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.util.Optional;

/**
 * Who is to provision a volume for a claim. Models {@code provisionClaim}, {@code findProvisionablePlugin} and the
 * plugins that kube-controller-manager still has: host path, which is switched off, and NFS, which cannot provision.
 */
public final class ProvisioningFindings {

    private ProvisioningFindings() {}

    /**
     * Who is to provision, if no volume fits.
     *
     * @param className not empty
     * @param found the class of that name
     */
    public static ClaimBindingFinding of(PersistentVolumeClaim claim, String className, Optional<StorageClass> found) {
        if (found.isEmpty()) {
            return new ClassMissing(claim.ref(), StorageClass.ref(className));
        }
        Ref<StorageClass> storageClass = found.get().ref();
        String provisioner = found.get().provisioner();
        Optional<String> driver = CsiMigration.driverOf(provisioner);
        if (driver.isPresent()) {
            return new AwaitsProvisioner(claim.ref(), storageClass, driver.get());
        }
        if (provisioner.equals(InTreePlugins.HOST_PATH)) {
            return new HostPathRefused(claim.ref(), storageClass, provisioner, refusal(claim, found.get()));
        }
        if (provisioner.equals(InTreePlugins.NFS)) {
            return new PluginCannotProvision(claim.ref(), storageClass, provisioner);
        }
        return InTreePlugins.isName(provisioner)
                ? new PluginMissing(claim.ref(), storageClass, provisioner)
                : new AwaitsProvisioner(claim.ref(), storageClass, provisioner);
    }

    /** Models {@code provisionClaimOperation} as far as the host path plugin gets. */
    private static HostPathRefusal refusal(PersistentVolumeClaim claim, StorageClass storageClass) {
        if (claim.spec().dataSource().isPresent()) {
            return new HostPathRefusal.DataSourceGiven();
        }
        return storageClass.mountOptions().isEmpty()
                ? new HostPathRefusal.SwitchedOff()
                : new HostPathRefusal.MountOptionsGiven(storageClass.mountOptions());
    }
}
