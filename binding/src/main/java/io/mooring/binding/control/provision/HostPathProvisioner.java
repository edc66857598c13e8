package io.mooring.binding.control.provision;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeSource;
import java.util.List;
import java.util.Optional;

/** A directory that every node is taken to have. Models minikube's {@code storage_provisioner.go}. */
record HostPathProvisioner(String name) implements Provisioner {
    private static final String BASE = "/tmp/hostpath-provisioner/";

    @Override
    public Provisioning provision(ProvisioningRequest request) {
        ObjectMeta claim = request.claim().metadata();
        PersistentVolume volume = request.volume(VolumeSource.hostPath(BASE + claim.namespace() + "/" + claim.name()));
        return new Provisioning.Provisioned(
                volume.withSpec(volume.spec().withNodeAffinity(Optional.empty()).withMountOptions(List.of())));
    }
}
