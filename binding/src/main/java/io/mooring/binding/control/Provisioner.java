package io.mooring.binding.control;

import io.mooring.binding.control.provision.InstantProvisioner;
import io.mooring.storage.PersistentVolume;

/**
 * What a storage system does when asked for a volume: a pure function, so that the same request has the same answer.
 * Around it the cluster does what sig-storage-lib-external-provisioner does: annotations, finalizers, events, retries.
 *
 * <pre>{@code
 * Provisioner full = new Provisioner() {
 *     public String name() { return "csi.example.com"; }
 *     public Provisioning provision(ProvisioningRequest request) { return new Provisioning.Failed("array is full"); }
 * };
 * }</pre>
 */
public interface Provisioner {

    /** The name by which classes ask for it, and the CSI driver's whose volumes it deletes. */
    String name();

    /** What comes of a request for a volume. */
    Provisioning provision(ProvisioningRequest request);

    /** What comes of a request to delete a volume's storage; by default it is deleted. */
    default StorageDeletion delete(PersistentVolume volume) {
        return new StorageDeletion.Deleted();
    }

    /** Whether it makes block volumes; a claim for one is refused otherwise. */
    default boolean supportsBlock() {
        return false;
    }

    /** One that answers every request at once with a CSI volume of just the size that was asked for. */
    static Provisioner instant(String name) {
        return new InstantProvisioner(name);
    }
}
