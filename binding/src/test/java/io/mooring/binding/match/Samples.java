package io.mooring.binding.match;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.PersistentVolumeStatus;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumePhase;
import io.mooring.storage.VolumeResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The claim and the volume that the tests start from, and short ways to vary them. */
final class Samples {
    private Samples() {}

    /** Asks for 1Gi, read and written on one node, of class {@code m}. */
    static PersistentVolumeClaim claim() {
        return PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder()
                        .namespace("default")
                        .name("data")
                        .uid("u1")
                        .build())
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .resources(requests("1Gi"))
                        .storageClassName("m")
                        .build())
                .build();
    }

    static PersistentVolumeClaim claim(UnaryOperator<PersistentVolumeClaimSpec> change) {
        return claim().withSpec(change.apply(claim().spec()));
    }

    /** Free, and just what {@link #claim()} asks for. */
    static PersistentVolume volume(String name) {
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .spec(PersistentVolumeSpec.builder()
                        .putCapacity("storage", Quantity.parse("1Gi"))
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName("m")
                        .build())
                .status(PersistentVolumeStatus.builder()
                        .phase(VolumePhase.AVAILABLE)
                        .build())
                .build();
    }

    static PersistentVolume volume(String name, UnaryOperator<PersistentVolumeSpec> change) {
        return volume(name).withSpec(change.apply(volume(name).spec()));
    }

    static PersistentVolume in(PersistentVolume volume, VolumePhase phase) {
        return volume.withStatus(volume.status().withPhase(phase));
    }

    static PersistentVolume labelled(PersistentVolume volume, Map<String, String> labels) {
        return volume.withMetadata(volume.metadata().withLabels(labels));
    }

    static VolumeResourceRequirements requests(String size) {
        return VolumeResourceRequirements.builder()
                .putRequests("storage", Quantity.parse(size))
                .build();
    }

    static Map<String, Quantity> capacity(String size) {
        return Map.of("storage", Quantity.parse(size));
    }

    static ObjectReference reference(String name, String uid) {
        return ObjectReference.builder()
                .kind("PersistentVolumeClaim")
                .namespace("default")
                .name(name)
                .uid(uid)
                .build();
    }

    static LabelSelectorRequirement demand(String key, String operator, String... values) {
        return LabelSelectorRequirement.builder()
                .key(key)
                .operator(operator)
                .values(List.of(values))
                .build();
    }

    static LabelSelector selector(String key, String value) {
        return LabelSelector.builder().putMatchLabels(key, value).build();
    }

    static VolumeNodeAffinity affinity(String key, String operator, String... values) {
        NodeSelectorRequirement demand = NodeSelectorRequirement.builder()
                .key(key)
                .operator(operator)
                .values(List.of(values))
                .build();
        return VolumeNodeAffinity.builder()
                .required(NodeSelector.builder()
                        .addNodeSelectorTerms(NodeSelectorTerm.builder()
                                .addMatchExpressions(demand)
                                .build())
                        .build())
                .build();
    }
}
