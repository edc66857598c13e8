package io.mooring.testkit.sample;

import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.node.NodeStatus;
import io.mooring.quantity.Quantity;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Generator;
import java.util.List;

/**
 * Nodes with room for a few pods, in two zones.
 *
 * <pre>{@code
 * Node node = Nodes.any().from(choices);
 * }</pre>
 */
public final class Nodes implements Generator<Node> {
    static final String HOSTNAME = "kubernetes.io/hostname";
    static final String ZONE = "topology.kubernetes.io/zone";
    static final List<String> NAMES = List.of("node-1", "node-2", "node-3");

    private static final List<String> ZONES = List.of("a", "b");
    private static final List<String> PODS = List.of("110", "110", "2");

    private final List<String> names;

    private Nodes(List<String> names) {
        this.names = names;
    }

    /** Any, called {@code node-1} to {@code node-3}. */
    public static Nodes any() {
        return new Nodes(NAMES);
    }

    /** The same with one of these names. */
    public Nodes named(List<String> others) {
        return new Nodes(List.copyOf(others));
    }

    /** Some have their volumes attached by the control plane. */
    @Override
    public Node from(Choices choices) {
        String name = choices.pick(names);
        NodeStatus.Builder status = NodeStatus.builder()
                .putAllocatable("cpu", Quantity.parse("8"))
                .putAllocatable("memory", Quantity.parse("16Gi"))
                .putAllocatable("pods", Quantity.parse(choices.pick(PODS)));
        ObjectMeta.Builder metadata = ObjectMeta.builder().name(name).putLabels(HOSTNAME, name);
        if (choices.chance(30)) {
            metadata.putLabels(ZONE, choices.pick(ZONES));
        }
        if (choices.chance(20)) {
            metadata.putAnnotations(Node.MANAGED_FOR_ATTACH_ANNOTATION, "true");
        }
        return Node.builder().metadata(metadata.build()).status(status.build()).build();
    }
}
