package io.mooring;

import io.mooring.admission.Cause;
import io.mooring.tree.FieldPath;
import io.mooring.yaml.Location;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Problem;
import io.mooring.yaml.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fields of a manifest of which nobody knows what they would say: what could not be read, unknown fields, and those
 * that were probably meant by them.
 *
 * @param paths the names from the object down
 */
record FieldsInDoubt(List<List<String>> paths) {
    static FieldsInDoubt of(Manifest manifest, Reading reading) {
        return new FieldsInDoubt(reading.problems().stream()
                .filter(problem -> isWithin(manifest.location(), problem.location()))
                .flatMap(FieldsInDoubt::paths)
                .toList());
    }

    private static boolean isWithin(Location object, Location field) {
        return object.source().equals(field.source())
                && object.document() == field.document()
                && object.item().equals(field.item());
    }

    /** Of a key that stands twice the last one was read. */
    private static Stream<List<String>> paths(Problem problem) {
        if (problem instanceof Problem.DuplicateKey || problem instanceof Problem.OverriddenMerge) {
            return Stream.empty();
        }
        List<String> path = names(problem.location().path());
        if (problem instanceof Problem.UnknownField unknown) {
            return Stream.concat(Stream.of(path), unknown.suggestion().map(meant -> beside(path, meant)).stream());
        }
        return Stream.of(path);
    }

    private static List<String> beside(List<String> path, String name) {
        List<String> other = new ArrayList<>(parent(path));
        other.add(name);
        return List.copyOf(other);
    }

    /**
     * Whether the API server may say this only because the field was left out: it is about the field, what is in it, or
     * what it is in. {@code spec.resources[storage]} is about {@code spec.resources.requests[storage]} too.
     */
    boolean mayBring(Cause cause) {
        List<String> field = names(cause.field());
        return !field.isEmpty() && paths.stream().anyMatch(path -> isAbout(field, path));
    }

    private static boolean isAbout(List<String> field, List<String> path) {
        return startsWith(field, path) || startsWith(path, field) || isShortFor(field, path);
    }

    private static boolean isShortFor(List<String> field, List<String> path) {
        return startsWith(path, parent(field)) && path.get(path.size() - 1).equals(field.get(field.size() - 1));
    }

    private static boolean startsWith(List<String> path, List<String> start) {
        return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
    }

    private static List<String> parent(List<String> path) {
        return path.isEmpty() ? path : path.subList(0, path.size() - 1);
    }

    private static List<String> names(FieldPath path) {
        return path.segments().stream().map(FieldPath.Segment::name).toList();
    }
}
