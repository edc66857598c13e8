package io.mooring.yaml;

import io.mooring.names.Visible;
import io.mooring.tree.FieldPath;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where in the manifests an object, a field or a problem is, as far as that is known.
 *
 * @param source the name of the source; empty if it has none
 * @param document the YAML document or JSON value within the source, counted from 1; 0 for the source as a whole
 * @param item the item of a {@code kind: List}, as in {@code items[3]}; {@link FieldPath#ROOT} for a document of its own
 * @param subject kind and name of the object: {@code PersistentVolume pv-a}, cut after 120 characters; empty before they are
 *     known
 * @param path the field, from the object down; {@link FieldPath#ROOT} for the object as a whole
 * @param position line and column within the source
 */
public record Location(
        String source, int document, FieldPath item, String subject, FieldPath path, Optional<Position> position) {
    public Location {
        subject = Excerpt.of(subject);
    }

    static Location ofSource(String source) {
        return ofDocument(source, 0);
    }

    static Location ofDocument(String source, int document) {
        return new Location(source, document, FieldPath.ROOT, "", FieldPath.ROOT, Optional.empty());
    }

    Location withItem(FieldPath item) {
        return new Location(source, document, item, subject, path, position);
    }

    Location withSubject(String subject) {
        return new Location(source, document, item, subject, path, position);
    }

    Location at(FieldPath path, LineColumn at) {
        return at(path, Position.of(at));
    }

    Location at(FieldPath path, Optional<Position> position) {
        return new Location(source, document, item, subject, path, position);
    }

    /** {@code volumes.yaml:3:5: document 1, PersistentVolume pv-a}, as much of it as there is. */
    @Override
    public String toString() {
        String where = Visible.of(where());
        String what = String.join(", ", what());
        return where + (where.isEmpty() || what.isEmpty() ? "" : ": ") + what;
    }

    private String where() {
        String separator = source.isEmpty() ? "" : ":";
        return source + position.map(it -> separator + it).orElse("");
    }

    private List<String> what() {
        List<String> what = new ArrayList<>();
        if (document > 0) {
            what.add("document " + document);
        }
        if (!item.equals(FieldPath.ROOT)) {
            what.add(Excerpt.of(item.toString()));
        }
        if (!subject.isEmpty()) {
            what.add(subject);
        }
        return what;
    }
}
