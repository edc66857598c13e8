package io.mooring.testkit.fabric8;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which objects a list, a watch or a deletion of many is about: those that the selectors of its URL take. Labels in all the forms of
 * {@code labels.Parse} but {@code <} and {@code >}; any field whose value is no list and no map.
 */
final class Selection {
    private static final Pattern BETWEEN_REQUIREMENTS = Pattern.compile(",(?![^()]*\\))");
    private static final Pattern SET = Pattern.compile("\\s*(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\s*");
    private static final Pattern EQUAL = Pattern.compile("\\s*([^=!\\s]+)\\s*(!=|==|=)\\s*(\\S*)\\s*");
    private static final Pattern THERE = Pattern.compile("\\s*(!?)\\s*([^=!\\s]+)\\s*");

    private Selection() {}

    /** @throws RefusedException if a selector cannot be read */
    static Predicate<JsonObject> of(Requested requested) {
        List<Predicate<JsonObject>> all = new ArrayList<>();
        if (!requested.namespace().isEmpty()) {
            all.add(tree -> text(tree.at("metadata", "namespace")).equals(requested.namespace()));
        }
        if (!requested.name().isEmpty()) {
            all.add(tree -> text(tree.at("metadata", "name")).equals(requested.name()));
        }
        parts(requested.parameter("labelSelector")).forEach(part -> all.add(label(part)));
        parts(requested.parameter("fieldSelector")).forEach(part -> all.add(field(part)));
        return all.stream().reduce(tree -> true, Predicate::and);
    }

    private static List<String> parts(String selector) {
        return selector.isBlank() ? List.of() : Arrays.asList(BETWEEN_REQUIREMENTS.split(selector));
    }

    private static Predicate<JsonObject> label(String requirement) {
        Matcher set = SET.matcher(requirement);
        if (set.matches()) {
            List<String> values =
                    Arrays.stream(set.group(3).split(",")).map(String::strip).toList();
            boolean isIn = set.group(2).equals("in");
            return tree ->
                    isIn == label(tree, set.group(1)).filter(values::contains).isPresent();
        }
        Matcher equal = EQUAL.matcher(requirement);
        if (equal.matches()) {
            boolean isEqual = !equal.group(2).equals("!=");
            return tree -> isEqual == label(tree, equal.group(1)).equals(Optional.of(equal.group(3)));
        }
        Matcher there = THERE.matcher(requirement);
        if (there.matches()) {
            return tree ->
                    there.group(1).isEmpty() == label(tree, there.group(2)).isPresent();
        }
        throw RefusedException.badRequest("unable to parse requirement: " + requirement);
    }

    private static Optional<String> label(JsonObject tree, String key) {
        return tree.at("metadata", "labels", key).map(value -> text(Optional.of(value)));
    }

    private static Predicate<JsonObject> field(String requirement) {
        Matcher equal = EQUAL.matcher(requirement);
        if (!equal.matches()) {
            throw RefusedException.badRequest(
                    "invalid selector: '" + requirement + "'; can't understand '" + requirement + "'");
        }
        String[] path = equal.group(1).split("\\.");
        boolean isEqual = !equal.group(2).equals("!=");
        return tree -> isEqual == text(tree.at(path)).equals(equal.group(3));
    }

    private static String text(Optional<JsonValue> value) {
        JsonValue found = value.orElse(JsonNull.NULL);
        boolean isNoScalar = found instanceof JsonNull || found instanceof JsonObject || found instanceof JsonArray;
        return found instanceof JsonString text ? text.value() : isNoScalar ? "" : found.toJson();
    }
}
