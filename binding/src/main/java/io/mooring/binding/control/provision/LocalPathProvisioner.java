package io.mooring.binding.control.provision;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A directory on the selected node. Models {@code provisionFor} of rancher/local-path-provisioner, without its options. */
record LocalPathProvisioner(String name) implements Provisioner {
    private static final String BASE = "/opt/local-path-provisioner/";
    private static final String NODE_LABEL = "kubernetes.io/hostname";
    private static final String NODE_ANNOTATION = "local.path.provisioner/selected-node";
    private static final Set<AccessMode> MODES = Set.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_ONCE_POD);

    @Override
    public Provisioning provision(ProvisioningRequest request) {
        return refusal(request)
                .<Provisioning>map(Provisioning.Failed::new)
                .orElseGet(() -> new Provisioning.Provisioned(
                        onNode(directory(request), request.selectedNode().orElseThrow())));
    }

    private static Optional<String> refusal(ProvisioningRequest request) {
        PersistentVolumeClaimSpec claim = request.claim().spec();
        if (claim.selector().isPresent()) {
            return Optional.of("claim.Spec.Selector is not supported");
        }
        if (!MODES.containsAll(claim.accessModes())) {
            return Optional.of("NodePath only supports ReadWriteOnce and ReadWriteOncePod (1.22+) access modes");
        }
        return request.selectedNode().isEmpty()
                ? Optional.of("configuration error, no node was specified")
                : Optional.empty();
    }

    private static PersistentVolume directory(ProvisioningRequest request) {
        ObjectMeta claim = request.claim().metadata();
        String folder = String.join("_", request.volumeName(), claim.namespace(), claim.name());
        VolumeSource source = VolumeSource.hostPath(BASE + folder);
        PersistentVolume volume =
                request.volume(source.withContent(source.content().with("type", new JsonString("DirectoryOrCreate"))));
        return volume.withSpec(
                volume.spec().withVolumeMode(VolumeMode.FILESYSTEM).withMountOptions(List.of()));
    }

    private static PersistentVolume onNode(PersistentVolume volume, Node node) {
        String name = node.metadata().name();
        String value = node.metadata().labels().getOrDefault(NODE_LABEL, name);
        ObjectMeta metadata = volume.metadata();
        return volume.withMetadata(ObjectMeta.builder()
                        .from(metadata)
                        .putAnnotations(NODE_ANNOTATION, name)
                        .build())
                .withSpec(volume.spec().withNodeAffinity(hosts(value)));
    }

    private static VolumeNodeAffinity hosts(String name) {
        NodeSelectorTerm term = NodeSelectorTerm.builder()
                .addMatchExpressions(NodeSelectorRequirement.builder()
                        .key(NODE_LABEL)
                        .operator("In")
                        .addValues(name)
                        .build())
                .build();
        return VolumeNodeAffinity.builder()
                .required(NodeSelector.builder().addNodeSelectorTerms(term).build())
                .build();
    }
}
