package io.mooring.conformance;

import io.mooring.admission.object.Kinds;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import java.util.Map;

/** The kinds that records name by their simple names. */
final class RecordedKinds {
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("ConfigMap", "v1"),
            Map.entry("ControllerRevision", "apps/v1"),
            Map.entry("CSINode", "storage.k8s.io/v1"),
            Map.entry("Event", "v1"),
            Map.entry("HorizontalPodAutoscaler", "autoscaling/v2"),
            Map.entry("Lease", "coordination.k8s.io/v1"),
            Map.entry("PodDisruptionBudget", "policy/v1"),
            Map.entry("PriorityClass", "scheduling.k8s.io/v1"),
            Map.entry("Secret", "v1"),
            Map.entry("Service", "v1"),
            Map.entry("ServiceAccount", "v1"),
            Map.entry("VolumeSnapshot", "snapshot.storage.k8s.io/v1"),
            Map.entry("VolumeSnapshotClass", "snapshot.storage.k8s.io/v1"),
            Map.entry("VolumeSnapshotContent", "snapshot.storage.k8s.io/v1"));

    private RecordedKinds() {}

    /**
     * The kind of this name.
     *
     * @throws IllegalArgumentException if no record is known to name it
     */
    static ObjectKind<?> named(String name) {
        return Kinds.KNOWN.stream()
                .filter(kind -> kind.name().equals(name))
                .<ObjectKind<?>>map(kind -> kind)
                .findFirst()
                .orElseGet(() -> OtherObject.kindOf(versionOf(name), name));
    }

    private static String versionOf(String name) {
        String version = OTHERS.get(name);
        if (version == null) {
            throw new IllegalArgumentException("a kind whose API version is not known here: " + name);
        }
        return version;
    }
}
