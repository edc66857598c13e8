package io.mooring.testkit.record;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.storage.VolumeSource;
import io.mooring.testkit.sample.Classes;

/** At once, but for classes with a parameter that says why not. */
final class RecordedProvisioner implements Provisioner {
    @Override
    public String name() {
        return Classes.DRIVER;
    }

    @Override
    public Provisioning provision(ProvisioningRequest request) {
        String why = request.storageClass().parameters().get("fail");
        VolumeSource source = VolumeSource.csi(name(), request.volumeName());
        return why == null ? new Provisioning.Provisioned(request.volume(source)) : new Provisioning.Failed(why);
    }
}
