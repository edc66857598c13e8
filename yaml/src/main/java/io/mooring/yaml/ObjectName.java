package io.mooring.yaml;

import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.yaml.node.YamlNode;
import io.mooring.yaml.text.Excerpt;
import java.util.Optional;

/** What messages call an object: its kind and name, {@code PersistentVolume pv-a}, or as much of it as there is. */
final class ObjectName {
    private ObjectName() {}

    static String of(String kind, JsonObject object) {
        return join(kind, TypeMeta.text(object, "metadata", "name"));
    }

    /** The name in a document whose values are not built yet, as the text has it. */
    static String of(YamlNode root) {
        Optional<YamlNode> kind = field(root, "kind");
        Optional<YamlNode> name = field(root, "metadata").flatMap(metadata -> field(metadata, "name"));
        return join(
                kind.map(ObjectName::text).orElse(""),
                name.map(ObjectName::text).orElse(""));
    }

    /** Nobody knows how long they are. */
    private static String join(String kind, String name) {
        return Excerpt.of(kind) + (kind.isEmpty() || name.isEmpty() ? "" : " ") + Excerpt.of(name);
    }

    private static Optional<YamlNode> field(YamlNode node, String name) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return Optional.empty();
        }
        return mapping.entries().stream()
                .filter(entry -> text(entry.key()).equals(name))
                .map(YamlNode.Entry::value)
                .findFirst();
    }

    /** Empty if the node is no text. */
    private static String text(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        return node instanceof YamlNode.Literal literal && literal.value() instanceof JsonString string
                ? string.value()
                : "";
    }
}
