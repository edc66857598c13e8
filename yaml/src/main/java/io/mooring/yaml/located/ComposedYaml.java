package io.mooring.yaml.located;

import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.NodeTable;
import io.mooring.yaml.node.ProblemListener;

/** A document of YAML, whose values are not built yet. */
public record ComposedYaml(NodeTable nodes) implements Composed {
    private static final int NONE = -1;

    /** As it is written. */
    @Override
    public String text(String... names) {
        int node = NodeTable.ROOT;
        for (String name : names) {
            node = node == NONE ? NONE : field(node, name);
        }
        return node == NONE ? "" : textOf(node);
    }

    private int field(int mapping, String name) {
        if (nodes.kind(mapping) == NodeTable.Kind.MAPPING) {
            for (int key = nodes.first(mapping); key < nodes.behind(mapping); key = nodes.next(nodes.next(key))) {
                if (textOf(key).equals(name)) {
                    return nodes.next(key);
                }
            }
        }
        return NONE;
    }

    private String textOf(int node) {
        return nodes.isScalar(node) ? nodes.text(node).value() : "";
    }

    @Override
    public LocatedValue value(Budget budget, ProblemListener problems) {
        return LocatedValueBuilder.build(nodes, budget, problems);
    }
}
