package io.mooring.conformance;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.storage.PersistentVolume;
import java.util.Optional;

/**
 * The provisioner that the recorded control plane had: at once, but for classes with a parameter that says why not. It
 * knows nothing of attributes classes, and gives its volumes none.
 */
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
        if (why != null) {
            return new Provisioning.Failed(why);
        }
        Provisioning made = INSTANT.provision(request);
        return made instanceof Provisioning.Provisioned provisioned
                ? new Provisioning.Provisioned(withoutAttributesClass(provisioned.volume()))
                : made;
    }

    private static PersistentVolume withoutAttributesClass(PersistentVolume volume) {
        return volume.withSpec(volume.spec().withVolumeAttributesClassName(Optional.empty()));
    }
}
