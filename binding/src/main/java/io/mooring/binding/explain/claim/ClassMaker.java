package io.mooring.binding.explain.claim;

import io.mooring.binding.control.binder.ProvisioningFindings;
import io.mooring.binding.control.provision.ProvisionControllers;
import io.mooring.binding.control.volume.PluginHistory;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.finding.ClaimBindingFinding.AwaitsProvisioner;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.util.Optional;

/**
 * Who makes the volumes of a class, as the binder would find for a claim of the class that no volume fits.
 *
 * @param outlook what claims that wait for a volume of it may expect of the class
 * @param headline the same, as the rest of a sentence that begins with the class
 * @param text what is said of its provisioner
 */
public record ClassMaker(Outlook outlook, String headline, String text) {
    private static final String THERE = "is there.";

    public static ClassMaker of(Cluster cluster, StorageClass storageClass) {
        String name = storageClass.provisioner();
        if (name.equals(StorageClass.NO_PROVISIONER)) {
            return new ClassMaker(Outlook.FINE, THERE, "has volumes that are made by hand (provisioner " + name + ")");
        }
        Optional<PluginHistory> gone = PluginHistory.ofProvisioner(name).filter(PluginHistory::isGone);
        if (gone.isPresent()) {
            return new ClassMaker(
                    Outlook.BLOCKED,
                    "makes no volumes: its provisioner is gone from Kubernetes.",
                    "has the provisioner " + name + ", which " + gone.get().went());
        }
        PersistentVolumeClaim any = PersistentVolumeClaim.builder().build();
        return ProvisioningFindings.of(any, storageClass.metadata().name(), Optional.of(storageClass))
                        instanceof AwaitsProvisioner awaits
                ? external(cluster, awaits.provisioner())
                : new ClassMaker(
                        Outlook.BLOCKED,
                        "makes no volumes: Kubernetes has no plug-in of its provisioner's name that makes any.",
                        "has the provisioner " + name + ", by which Kubernetes makes no volumes");
    }

    private static ClassMaker external(Cluster cluster, String name) {
        if (ProvisionControllers.areHere(cluster, name)) {
            return new ClassMaker(Outlook.FINE, THERE, "has volumes that " + name + " makes");
        }
        return cluster.isOpened()
                ? new ClassMaker(
                        Outlook.NOT_KNOWN,
                        "is there; whether somebody makes its volumes is not known.",
                        "has volumes that " + name + " is to make; whether " + name + " runs is not known")
                : new ClassMaker(
                        Outlook.BLOCKED,
                        "makes no volumes: its provisioner does not run here.",
                        "has volumes that " + name + " is to make, which does not run here");
    }
}
