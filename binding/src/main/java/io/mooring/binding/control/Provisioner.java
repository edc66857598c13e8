package io.mooring.binding.control;

import io.mooring.binding.control.provision.InstantProvisioners;
import io.mooring.storage.PersistentVolume;

/**
 * What a storage system does when asked for a volume: a pure function, so that the same request has the same answer.
 * Around it the cluster does what sig-storage-lib-external-provisioner does: annotations, finalizers, events, retries.
 *
 * <p>One that throws an exception or answers null has failed: a claim's event {@code ProvisioningFailed}, or a volume's {@code
 * VolumeFailedDelete}, tells which exception, and it is asked again after a while. Errors are not caught. The volume is
 * taken as it is, as upstream takes it: one that the API server refuses is deleted again, one that is too small for the claim is
 * never bound to it. The name and {@link #supportsBlock} are asked once, when the control plane is put together.
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

    /**
     * Whether it makes block volumes; a claim for one is refused otherwise. By default it does not, as in the library that
     * provisioners are built with; external-provisioner, which stands before every CSI driver, lets the driver decide.
     */
    default boolean supportsBlock() {
        return false;
    }

    /**
     * One that answers every request at once with a volume of just the size that was asked for.
     *
     * <pre>
     * name                    stands for               makes
     * csi.example.com         a CSI driver             csi, reached from the zone of the selected node
     * rancher.io/local-path   local-path-provisioner   hostPath on the selected node
     * any other with a slash  minikube's and the like  hostPath, reached from every node
     * </pre>
     *
     * <p>It refuses what the one that it stands for refuses: external-provisioner a claim with a selector or with a data
     * source that cannot be copied, local-path-provisioner a claim with a selector, with an access mode for several nodes,
     * or without a node.
     */
    static Provisioner instant(String name) {
        return InstantProvisioners.of(name);
    }
}
