package io.mooring.binding.control;

import io.mooring.meta.ObjectMeta;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TopologySelectorLabelRequirement;
import io.mooring.storage.TopologySelectorTerm;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.source.CsiVolumeSource;
import java.util.Map;
import java.util.Optional;

/** Always succeeds, at once. The volume can be reached from where the class's topologies allow. */
record InstantProvisioner(String name) implements Provisioner {

    @Override
    public Provisioning provision(ProvisioningRequest request) {
        PersistentVolumeClaim claim = request.claim();
        StorageClass storageClass = request.storageClass();
        Quantity size = claim.spec().resources().requests().getOrDefault("storage", Quantity.ZERO);
        PersistentVolumeSpec spec = PersistentVolumeSpec.builder()
                .capacity(Map.of("storage", size))
                .accessModes(claim.spec().accessModes())
                .volumeMode(claim.spec().volumeMode())
                .persistentVolumeReclaimPolicy(storageClass.reclaimPolicy())
                .mountOptions(storageClass.mountOptions())
                .volumeAttributesClassName(claim.spec().volumeAttributesClassName())
                .nodeAffinity(affinity(storageClass))
                .addSources(CsiVolumeSource.builder()
                        .driver(name)
                        .volumeHandle(request.volumeName())
                        .build())
                .build();
        return new Provisioning.Provisioned(PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(request.volumeName()).build())
                .spec(spec)
                .build());
    }

    private static Optional<VolumeNodeAffinity> affinity(StorageClass storageClass) {
        if (storageClass.allowedTopologies().isEmpty()) {
            return Optional.empty();
        }
        NodeSelector selector = NodeSelector.builder()
                .nodeSelectorTerms(storageClass.allowedTopologies().stream()
                        .map(InstantProvisioner::term)
                        .toList())
                .build();
        return Optional.of(VolumeNodeAffinity.builder().required(selector).build());
    }

    private static NodeSelectorTerm term(TopologySelectorTerm allowed) {
        return NodeSelectorTerm.builder()
                .matchExpressions(allowed.matchLabelExpressions().stream()
                        .map(InstantProvisioner::requirement)
                        .toList())
                .build();
    }

    private static NodeSelectorRequirement requirement(TopologySelectorLabelRequirement allowed) {
        return NodeSelectorRequirement.builder()
                .key(allowed.key())
                .operator("In")
                .values(allowed.values())
                .build();
    }
}
