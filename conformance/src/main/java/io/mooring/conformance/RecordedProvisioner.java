package io.mooring.conformance;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;

/** The provisioner that the recorded control plane had: at once, but for classes with a parameter that says why not. */
final class RecordedProvisioner implements Provisioner {
    private static final String NAME = "csi.example.com";
    private static final Provisioner INSTANT = Provisioner.instant(NAME);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Provisioning provision(ProvisioningRequest request) {
        String why = request.storageClass().parameters().get("fail");
        return why == null ? INSTANT.provision(request) : new Provisioning.Failed(why);
    }
}
