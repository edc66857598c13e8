package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelMatcher;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.release.Semantics;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.util.Optional;

/** Whether a volume can be made for a claim where a node reaches it. Models {@code checkVolumeProvisions}. */
record ProvisioningCheck(Cluster cluster, Node node) {
    /** Why none can be made; empty if it can. */
    Optional<NodeRejection> rejection(PersistentVolumeClaim claim) {
        Optional<StorageClass> provisioning = StorageClasses.of(cluster, claim)
                .filter(each -> !each.provisioner().isEmpty())
                .filter(each -> !each.provisioner().equals(StorageClass.NO_PROVISIONER));
        if (provisioning.isEmpty()) {
            return Optional.of(new NodeRejection.NoVolumeToBind(claim.ref()));
        }
        StorageClass storageClass = provisioning.get();
        if (!storageClass.allows(node.metadata().labels())) {
            return Optional.of(new NodeRejection.TopologyNotAllowed(claim.ref(), storageClass.ref()));
        }
        return hasEnoughCapacity(storageClass, claim)
                ? Optional.empty()
                : Optional.of(new NodeRejection.NotEnoughStorage(claim.ref(), storageClass.provisioner()));
    }

    /** Asked only of drivers that publish how much they have. */
    private boolean hasEnoughCapacity(StorageClass storageClass, PersistentVolumeClaim claim) {
        return claim.requestedStorage().equals(Quantity.ZERO)
                || !publishesCapacity(storageClass.provisioner())
                || capacity(storageClass, claim.requestedStorage()).isPresent();
    }

    /** From what is published a volume of the claim can be made here; empty where nothing is asked. */
    Optional<CsiStorageCapacity> capacity(PersistentVolumeClaim claim) {
        return StorageClasses.of(cluster, claim)
                .filter(each -> !claim.requestedStorage().equals(Quantity.ZERO))
                .filter(each -> publishesCapacity(each.provisioner()))
                .flatMap(each -> capacity(each, claim.requestedStorage()));
    }

    private Optional<CsiStorageCapacity> capacity(StorageClass storageClass, Quantity request) {
        return cluster.list(CsiStorageCapacity.KIND)
                .filter(capacity -> capacity.storageClassName()
                        .equals(storageClass.metadata().name()))
                .filter(capacity -> isSufficient(capacity, request))
                .filter(this::isReachable)
                .findFirst();
    }

    private boolean publishesCapacity(String driver) {
        return cluster.get(CsiDriver.ref(driver))
                .flatMap(known -> known.spec().storageCapacity())
                .orElse(false);
    }

    /** The size of the largest volume says more than the sum that is left. Models {@code capacitySufficient}. */
    private boolean isSufficient(CsiStorageCapacity capacity, Quantity request) {
        Semantics semantics = cluster.semantics();
        return capacity.maximumVolumeSize()
                .or(capacity::capacity)
                .filter(limit -> semantics.value(limit) >= semantics.value(request))
                .isPresent();
    }

    private boolean isReachable(CsiStorageCapacity capacity) {
        return capacity.nodeTopology()
                .filter(topology ->
                        LabelMatcher.of(topology).matches(node.metadata().labels()))
                .isPresent();
    }
}
