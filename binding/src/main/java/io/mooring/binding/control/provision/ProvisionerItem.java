package io.mooring.binding.control.provision;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;

/** What a provisioner reconciles: volumes that it may have to delete, then claims that ask it for one; each by name. */
sealed interface ProvisionerItem extends Comparable<ProvisionerItem> {
    /** What this provisioner writes about it. */
    List<Write> reconcile(ExternalProvisioner provisioner, Cluster cluster);

    /** The object whose name it goes by. */
    Ref<?> object();

    @Override
    default int compareTo(ProvisionerItem other) {
        return object().compareTo(other.object());
    }

    /** A volume. */
    record OfVolume(Ref<PersistentVolume> object) implements ProvisionerItem {
        @Override
        public List<Write> reconcile(ExternalProvisioner provisioner, Cluster cluster) {
            return cluster.get(object).map(provisioner::syncVolume).orElse(List.of());
        }

        @Override
        public String toString() {
            return object.toString();
        }
    }

    /** A claim. */
    record OfClaim(Ref<PersistentVolumeClaim> object) implements ProvisionerItem {
        @Override
        public List<Write> reconcile(ExternalProvisioner provisioner, Cluster cluster) {
            return cluster.get(object)
                    .map(claim -> provisioner.syncClaim(cluster, claim))
                    .orElse(List.of());
        }

        @Override
        public String toString() {
            return object.toString();
        }
    }
}
