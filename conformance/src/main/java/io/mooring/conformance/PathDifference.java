package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The difference of two large answers, path by path, so that a person finds it. */
final class PathDifference {
    private static final int SHOWN = 6;
    private static final String ABSENT = "(absent)";

    private final List<String> expected = new ArrayList<>();
    private final List<String> actual = new ArrayList<>();

    private PathDifference() {}

    static Optional<Difference> between(JsonNode expected, JsonNode actual) {
        PathDifference differences = new PathDifference();
        differences.compare("", expected, actual);
        return differences.expected.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(shown(differences.expected), shown(differences.actual)));
    }

    private void compare(String path, JsonNode left, JsonNode right) {
        if (left.equals(right)) {
            return;
        }
        if (left.isObject() && right.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            left.fieldNames().forEachRemaining(names::add);
            right.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + "/" + name, left.path(name), right.path(name)));
            return;
        }
        if (left.isArray() && right.isArray()) {
            compareItems(path, left, right);
            return;
        }
        expected.add(path + " = " + text(left));
        actual.add(path + " = " + text(right));
    }

    /** By place where there are as many, else by what one has and the other has not. */
    private void compareItems(String path, JsonNode left, JsonNode right) {
        if (left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                compare(path + "[" + i + "]", left.get(i), right.get(i));
            }
            return;
        }
        expected.add(path + " has " + left.size() + ", without ours: " + without(left, right));
        actual.add(path + " has " + right.size() + ", without the expected: " + without(right, left));
    }

    private static List<String> without(JsonNode items, JsonNode others) {
        List<JsonNode> rest = new ArrayList<>();
        items.forEach(rest::add);
        others.forEach(rest::remove);
        return rest.stream().map(JsonNode::toString).toList();
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? ABSENT : node.toString();
    }

    private static String shown(List<String> lines) {
        String shown = String.join("\n    ", lines.subList(0, Math.min(SHOWN, lines.size())));
        return lines.size() <= SHOWN ? shown : shown + "\n    and " + (lines.size() - SHOWN) + " more";
    }
}
