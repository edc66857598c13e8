package io.mooring.yaml;

import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.Optional;

/** What an object is called in messages: kind and name, as much of it as there is. */
final class Subjects {
    private Subjects() {}

    static String of(String kind, JsonObject object) {
        return joined(kind, KindNames.text(object, "metadata", "name"));
    }

    /** Of an object that is not built yet. */
    static String of(Node root) {
        return joined(text(field(root, "kind")), text(field(root, "metadata").flatMap(it -> field(it, "name"))));
    }

    private static String joined(String kind, String name) {
        return kind + (kind.isEmpty() || name.isEmpty() ? "" : " ") + name;
    }

    private static Optional<Node> field(Node node, String name) {
        return node instanceof Node.Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> text(Optional.of(entry.key())).equals(name))
                        .map(Node.Entry::value)
                        .findFirst()
                : Optional.empty();
    }

    private static String text(Optional<Node> node) {
        return node.map(it -> it instanceof Node.Scalar scalar
                        ? scalar.text()
                        : it instanceof Node.Literal literal && literal.value() instanceof JsonString string
                                ? string.value()
                                : "")
                .orElse("");
    }
}
