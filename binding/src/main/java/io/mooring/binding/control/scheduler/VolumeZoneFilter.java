package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the zones that volumes carry as labels hold for a node; a node without zones takes every volume. Models the
 * plug-in {@code volumezone}.
 */
final class VolumeZoneFilter {
    private static final String SEVERAL_ZONES = "__";

    /** In upstream's order. */
    private static final List<Label> LABELS = List.of(
            new Label("failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone"),
            new Label("failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region"),
            new Label("topology.kubernetes.io/zone", "topology.kubernetes.io/zone"),
            new Label("topology.kubernetes.io/region", "topology.kubernetes.io/region"));

    private VolumeZoneFilter() {}

    /** A volume's label, and the one of the node that may stand in its place. */
    private record Label(String ofVolume, String ofNode) {}

    static Stream<NodeRejection> rejections(Cluster cluster, Node node, List<PersistentVolumeClaim> bound) {
        Map<String, String> labels = node.metadata().labels();
        if (bound.isEmpty() || LABELS.stream().noneMatch(label -> labels.containsKey(label.ofVolume()))) {
            return Stream.empty();
        }
        return bound.stream()
                .flatMap(claim -> claim.volume().flatMap(cluster::get).stream())
                .flatMap(volume -> rejections(volume, labels));
    }

    private static Stream<NodeRejection> rejections(PersistentVolume volume, Map<String, String> nodeLabels) {
        return LABELS.stream()
                .filter(label -> volume.metadata().labels().containsKey(label.ofVolume()))
                .filter(label -> !holds(label, volume, nodeLabels))
                .map(label -> new NodeRejection.VolumeZoneConflict(volume.ref(), label.ofVolume()));
    }

    private static boolean holds(Label label, PersistentVolume volume, Map<String, String> nodeLabels) {
        String zones = volume.metadata().labels().getOrDefault(label.ofVolume(), "");
        String zone = nodeLabels.getOrDefault(label.ofVolume(), nodeLabels.getOrDefault(label.ofNode(), ""));
        return Set.of(zones.split(SEVERAL_ZONES)).contains(zone);
    }
}
