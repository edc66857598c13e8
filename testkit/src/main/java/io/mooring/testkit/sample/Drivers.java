package io.mooring.testkit.sample;

import io.mooring.binding.world.Dump;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.CsiDriverSpec;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.testkit.choice.Generator;
import java.util.List;

/**
 * What a cluster knows of the driver {@code csi.example.com}: whether its volumes are attached, how many a node can have, how much
 * room there is for new ones.
 *
 * <pre>{@code
 * KubernetesObject few = Drivers.onNodes(List.of("node-1")).from(choices);
 * }</pre>
 */
public final class Drivers {
    /** The kinds that there are. */
    public static final List<ObjectKind<?>> KINDS =
            List.of(CsiDriver.KIND, Dump.kindCalled("csinodes").orElseThrow(), CsiStorageCapacity.KIND);

    private static final List<String> ROOM = List.of("100Gi", "4Gi", "0");

    private Drivers() {}

    /** The CSIDriver. */
    public static Generator<CsiDriver> any() {
        return choices -> {
            CsiDriverSpec.Builder spec = CsiDriverSpec.builder();
            if (choices.chance(60)) {
                spec.attachRequired(choices.chance(40));
            }
            if (choices.chance(30)) {
                spec.storageCapacity(true);
            }
            return CsiDriver.builder()
                    .metadata(ObjectMeta.builder().name(Classes.DRIVER).build())
                    .spec(spec.build())
                    .build();
        };
    }

    /** The CSINode of one of these nodes: the driver is there, for few volumes or for many. */
    public static Generator<KubernetesObject> onNodes(List<String> nodes) {
        List<String> all = List.copyOf(nodes);
        return choices -> {
            String node = choices.pick(all);
            String count = choices.chance(70) ? ", 'allocatable': {'count': " + choices.between(1, 3) + "}" : "";
            return Trees.object(
                    "storage.k8s.io/v1",
                    "CSINode",
                    node,
                    Trees.json("{'drivers': [{'name': '" + Classes.DRIVER + "', 'nodeID': '" + node + "'" + count
                            + "}]}"));
        };
    }

    /** How much room there is for volumes of one of these classes; in {@code default}, on all nodes. */
    public static Generator<CsiStorageCapacity> capacities(List<String> classes) {
        List<String> all = List.copyOf(classes);
        return choices -> {
            String name = choices.pick(all);
            return CsiStorageCapacity.builder()
                    .metadata(ObjectMeta.builder().name("room-for-" + name).build())
                    .storageClassName(name)
                    .nodeTopology(LabelSelector.builder().build())
                    .capacity(Quantity.parse(choices.pick(ROOM)))
                    .build();
        };
    }
}
