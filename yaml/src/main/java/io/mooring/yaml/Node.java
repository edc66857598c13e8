package io.mooring.yaml;

import io.mooring.tree.JsonValue;
import java.util.List;

/** What the text says, before scalars are resolved, merge keys merged and aliases followed. */
sealed interface Node {
    Position start();

    /**
     * A YAML scalar.
     *
     * @param tag the full tag; empty for none
     * @param isPlain whether its type may be told from its looks
     */
    record Scalar(String text, String tag, boolean isPlain, Position start) implements Node {}

    /** A scalar whose type is beyond doubt, as in JSON. */
    record Literal(JsonValue value, Position start) implements Node {}

    record Sequence(List<Node> items, Position start) implements Node {}

    record Mapping(List<Entry> entries, Position start) implements Node {}

    record Entry(Node key, Node value) {}

    /** What was anchored, once more. */
    record Alias(String name, Node target, Position start) implements Node {}
}
