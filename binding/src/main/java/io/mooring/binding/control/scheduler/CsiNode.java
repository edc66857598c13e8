package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.CarriedFields.text;

import io.mooring.binding.world.Lister;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The CSI drivers of a node. Kubernetes: {@code storage/v1 CSINode}.
 *
 * @param counts how many volumes each driver can have there; empty if it does not say
 * @param migrated the in-tree plugins whose work drivers do there
 */
public record CsiNode(Map<String, OptionalInt> counts, Set<String> migrated) {
    /** What Kubernetes calls it. */
    public static final ObjectKind<OtherObject> KIND = OtherObject.kindOf("storage.k8s.io/v1", "CSINode");

    private static final String MIGRATED_PLUGINS = "storage.alpha.kubernetes.io/migrated-plugins";

    /** The plugins whose volumes are counted where a driver does their work. Those of azure-file and vSphere are not. */
    private static final Set<String> COUNTED = Set.of(
            "kubernetes.io/aws-ebs",
            "kubernetes.io/azure-disk",
            "kubernetes.io/cinder",
            "kubernetes.io/gce-pd",
            "kubernetes.io/portworx-volume");

    static CsiNode of(Lister objects, String node) {
        return objects.get(KIND.ref("", node)).map(CsiNode::of).orElseGet(() -> new CsiNode(Map.of(), Set.of()));
    }

    /** What the object says. */
    public static CsiNode of(OtherObject object) {
        List<JsonObject> drivers = CarriedFields.object(object.content(), "spec")
                .map(spec -> CarriedFields.objects(spec, "drivers"))
                .orElse(List.of());
        Map<String, OptionalInt> counts = new HashMap<>();
        for (JsonObject driver : drivers) {
            OptionalInt count = CarriedFields.object(driver, "allocatable")
                    .map(allocatable -> CarriedFields.number(allocatable, "count"))
                    .orElse(OptionalInt.empty());
            counts.put(text(driver, "name"), count);
        }
        return new CsiNode(
                counts,
                object.metadata()
                        .annotation(MIGRATED_PLUGINS)
                        .map(plugins -> Set.of(plugins.split(",")))
                        .orElse(Set.of()));
    }

    boolean hasLimits() {
        return counts.values().stream().anyMatch(OptionalInt::isPresent);
    }

    /** How many volumes the driver can have there; empty if there is no limit. */
    OptionalInt limit(String driver) {
        return counts.getOrDefault(driver, OptionalInt.empty());
    }

    /** Whether the driver runs there. */
    public boolean hasDriver(String driver) {
        return counts.containsKey(driver);
    }

    /** Whether the volume is a driver's there. Models {@code isCSIMigrationOn}. */
    boolean attaches(CsiVolume volume) {
        return volume.plugin()
                .map(plugin -> COUNTED.contains(plugin) && migrated.contains(plugin))
                .orElse(true);
    }

    /**
     * Whether a driver can have more volumes than before; one that is not there and one that does not say count as if they could
     * have none. Models {@code isSchedulableAfterCSINodeUpdated}.
     */
    boolean offersMoreThan(CsiNode before) {
        return counts.keySet().stream()
                .anyMatch(
                        driver -> limit(driver).orElse(0) > before.limit(driver).orElse(0));
    }
}
