package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the zones that volumes carry as labels hold for a node; a node without zones takes every volume. Models the
 * plug-in {@code volumezone}.
 */
final class VolumeZones {
    /** Each old label with the one that took its place. */
    private static final Map<String, String> LABELS = Map.of(
            "topology.kubernetes.io/zone", "topology.kubernetes.io/zone",
            "topology.kubernetes.io/region", "topology.kubernetes.io/region",
            "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region");

    private static final String SEVERAL_ZONES = "__";

    private VolumeZones() {}

    static Optional<Misfit> misfit(Cluster world, Node node, List<PersistentVolumeClaim> bound) {
        Map<String, String> labels = node.metadata().labels();
        boolean hasZones = LABELS.keySet().stream().anyMatch(labels::containsKey);
        boolean fits = !hasZones
                || bound.stream()
                        .flatMap(claim -> world.volume(claim.spec().volumeName()).stream())
                        .allMatch(volume -> isIn(volume, labels));
        return fits ? Optional.empty() : Optional.of(Misfit.of(Reason.VOLUME_ZONE));
    }

    private static boolean isIn(PersistentVolume volume, Map<String, String> labels) {
        return LABELS.entrySet().stream()
                .filter(label -> volume.metadata().labels().containsKey(label.getKey()))
                .allMatch(label -> {
                    String zones = volume.metadata().labels().getOrDefault(label.getKey(), "");
                    String zone = labels.getOrDefault(label.getKey(), labels.getOrDefault(label.getValue(), ""));
                    return Set.of(zones.split(SEVERAL_ZONES)).contains(zone);
                });
    }
}
