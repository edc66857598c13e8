package io.mooring.conformance;

import io.mooring.admission.object.Kinds;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import java.util.Map;

/** The kinds that records name by their simple names. */
final class RecordedKinds {
    private static final Map<String, String> OTHERS = Map.of(
            "ControllerRevision", "apps/v1",
            "CSINode", "storage.k8s.io/v1",
            "DaemonSet", "apps/v1",
            "Deployment", "apps/v1",
            "Job", "batch/v1",
            "Namespace", "v1",
            "ReplicaSet", "apps/v1",
            "Service", "v1");

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
