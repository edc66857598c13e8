package io.mooring.yaml.located;

import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.NodeGraph;
import io.mooring.yaml.node.ProblemListener;
import io.mooring.yaml.node.YamlNode;
import org.jspecify.annotations.Nullable;

/** A document of YAML, whose values are not built yet. */
public record ComposedYaml(NodeGraph graph) implements Composed {
    /** As it is written. */
    @Override
    public String text(String... names) {
        @Nullable YamlNode node = graph.root();
        for (String name : names) {
            node = node instanceof YamlNode.Mapping mapping ? field(mapping, name) : null;
        }
        return text(node);
    }

    private static @Nullable YamlNode field(YamlNode.Mapping mapping, String name) {
        for (YamlNode.Entry entry : mapping.entries()) {
            if (text(entry.key()).equals(name)) {
                return entry.value();
            }
        }
        return null;
    }

    private static String text(@Nullable YamlNode node) {
        return node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    }

    @Override
    public LocatedValue value(Budget budget, ProblemListener problems) {
        return LocatedValueBuilder.build(graph, budget, problems);
    }
}
