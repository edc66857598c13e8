package io.mooring.binding.control.provision;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeSource;
import java.util.Optional;

/**
 * A CSI driver that can do everything and does it at once, behind kubernetes-csi/external-provisioner, which refuses some
 * claims without asking the driver. Models {@code prepareProvision} and {@code Provision}.
 */
record CsiProvisioner(String name) implements Provisioner {
    @Override
    public boolean supportsBlock() {
        return true;
    }

    @Override
    public Provisioning provision(ProvisioningRequest request) {
        Optional<ProvisioningObstacle> obstacle = ProvisioningObstacles.of(name, request);
        if (obstacle.isPresent()) {
            return new Provisioning.Failed(obstacle.get().text());
        }
        return ProvisioningObstacles.isLeftToOthers(request.claim())
                ? new Provisioning.LeftToOthers("Assuming an external populator will provision the volume")
                : new Provisioning.Provisioned(volume(request));
    }

    private PersistentVolume volume(ProvisioningRequest request) {
        PersistentVolume volume = request.volume(VolumeSource.csi(name, request.volumeName()));
        String attributesClass = request.claim().attributesClassName();
        return attributesClass.isEmpty()
                ? volume
                : volume.withSpec(volume.spec().withVolumeAttributesClassName(attributesClass));
    }
}
