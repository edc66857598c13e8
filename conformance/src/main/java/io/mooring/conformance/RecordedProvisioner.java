package io.mooring.conformance;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeSource;

/**
 * The provisioner that the recorded control plane had: at once, but for classes with a parameter that says why not. It is
 * sig-storage's library without external-provisioner: it looks neither at selectors nor at attributes classes.
 */
final class RecordedProvisioner implements Provisioner {
    static final String NAME = "csi.example.com";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Provisioning provision(ProvisioningRequest request) {
        String why = request.storageClass().parameters().get("fail");
        return why == null ? new Provisioning.Provisioned(volume(request)) : new Provisioning.Failed(why);
    }

    private static PersistentVolume volume(ProvisioningRequest request) {
        return request.volume(VolumeSource.csi(NAME, request.volumeName()));
    }
}
