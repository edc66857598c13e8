package io.mooring.binding.control;

import io.mooring.node.Node;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.time.Instant;
import java.util.Optional;

/**
 * A request for a volume. Models {@code ProvisionOptions}.
 *
 * @param volumeName what the volume is to be called: {@code pvc-} and the claim's uid
 * @param claim who it is for
 * @param storageClass with the parameters and the allowed topologies
 * @param selectedNode where the pod goes that waits for it; only under WaitForFirstConsumer
 * @param now the cluster's time, for those who take their time
 */
public record ProvisioningRequest(
        String volumeName,
        PersistentVolumeClaim claim,
        StorageClass storageClass,
        Optional<Node> selectedNode,
        Instant now) {}
