package io.mooring.binding.control.provision;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.binding.control.StorageDeletion;
import io.mooring.binding.control.part.Asking;
import io.mooring.storage.PersistentVolume;
import java.util.Objects;

/**
 * A provisioner as it is asked: whatever it does, there is an answer.
 *
 * @param name asked once
 * @param supportsBlock asked once
 */
record AskedProvisioner(Provisioner part, String name, boolean supportsBlock) implements Provisioner {

    static AskedProvisioner of(Provisioner part) {
        return new AskedProvisioner(
                part, Objects.requireNonNull(part.name(), "a provisioner's name"), part.supportsBlock());
    }

    @Override
    public Provisioning provision(ProvisioningRequest request) {
        return Asking.ask(
                () -> part.provision(request),
                why -> new Provisioning.Failed("failed to provision volume with StorageClass \""
                        + request.storageClass().metadata().name() + "\": " + why));
    }

    @Override
    public StorageDeletion delete(PersistentVolume volume) {
        return Asking.ask(() -> part.delete(volume), StorageDeletion.Failed::new);
    }
}
