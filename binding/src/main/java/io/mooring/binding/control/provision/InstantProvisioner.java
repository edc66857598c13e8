package io.mooring.binding.control.provision;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TopologySelectorTerm;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Always succeeds, at once. The volume can be reached from the zone of the selected node, if it has one; where no node is
 * selected, from where the class's topologies allow.
 */
public record InstantProvisioner(String name) implements Provisioner {
    private static final String ZONE = "topology.kubernetes.io/zone";

    @Override
    public Provisioning provision(ProvisioningRequest request) {
        PersistentVolumeClaim claim = request.claim();
        StorageClass storageClass = request.storageClass();
        Quantity size = claim.requestedStorage();
        PersistentVolumeSpec spec = PersistentVolumeSpec.builder()
                .capacity(Map.of("storage", size))
                .accessModes(claim.spec().accessModes())
                .volumeMode(claim.spec().volumeMode())
                .persistentVolumeReclaimPolicy(storageClass.reclaimPolicy())
                .mountOptions(storageClass.mountOptions())
                .volumeAttributesClassName(claim.spec().volumeAttributesClassName())
                .nodeAffinity(zoneOf(request.selectedNode()).or(() -> topologies(request)))
                .addSources(VolumeSource.csi(name, request.volumeName()))
                .build();
        return new Provisioning.Provisioned(PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(request.volumeName()).build())
                .spec(spec)
                .build());
    }

    private static Optional<VolumeNodeAffinity> zoneOf(Optional<Node> node) {
        return node.map(found -> found.metadata().labels().get(ZONE))
                .map(zone -> affinity(List.of(NodeSelectorTerm.builder()
                        .addMatchExpressions(requirement(ZONE, List.of(zone)))
                        .build())));
    }

    private static Optional<VolumeNodeAffinity> topologies(ProvisioningRequest request) {
        List<TopologySelectorTerm> allowed = request.storageClass().allowedTopologies();
        return request.selectedNode().isPresent() || allowed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        affinity(allowed.stream().map(InstantProvisioner::term).toList()));
    }

    private static VolumeNodeAffinity affinity(List<NodeSelectorTerm> terms) {
        return VolumeNodeAffinity.builder()
                .required(NodeSelector.builder().nodeSelectorTerms(terms).build())
                .build();
    }

    private static NodeSelectorTerm term(TopologySelectorTerm allowed) {
        return NodeSelectorTerm.builder()
                .matchExpressions(allowed.matchLabelExpressions().stream()
                        .map(each -> requirement(each.key(), each.values()))
                        .toList())
                .build();
    }

    private static NodeSelectorRequirement requirement(String label, List<String> values) {
        return NodeSelectorRequirement.builder()
                .key(label)
                .operator("In")
                .values(values)
                .build();
    }
}
