package io.mooring.binding.control;

import io.mooring.binding.world.Lister;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeSource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a volume. Models {@code ProvisionOptions}.
 *
 * @param volumeName what the volume is to be called: {@code pvc-} and the claim's uid
 * @param claim who it is for
 * @param storageClass with the parameters and the allowed topologies
 * @param selectedNode where the pod goes that waits for it; only under WaitForFirstConsumer
 * @param now the cluster's time, for those who take their time
 * @param objects what else there is, to be read: a claim that is to be cloned, its volume
 */
public record ProvisioningRequest(
        String volumeName,
        PersistentVolumeClaim claim,
        StorageClass storageClass,
        Optional<Node> selectedNode,
        Instant now,
        Lister objects) {

    /**
     * A volume of just what the claim and its class ask for. It is reached from the zone of the selected node; where no node
     * is selected, from where the class allows.
     */
    public PersistentVolume volume(VolumeSource source) {
        PersistentVolumeSpec spec = PersistentVolumeSpec.builder()
                .capacity(Map.of("storage", claim.requestedStorage()))
                .accessModes(claim.spec().accessModes())
                .volumeMode(claim.spec().volumeMode())
                .persistentVolumeReclaimPolicy(storageClass.reclaimPolicy())
                .mountOptions(storageClass.mountOptions())
                .nodeAffinity(selectedNode.map(TopologyReach::of).orElseGet(() -> TopologyReach.of(storageClass)))
                .addSources(source)
                .build();
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(volumeName).build())
                .spec(spec)
                .build();
    }
}
