package io.mooring.yaml;

import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where something was read, as well as it is known.
 *
 * @param source the file, or what the caller called the text; empty for an unnamed text
 * @param document the YAML document or JSON value within the source, counted from 1; 0 for the source as a whole
 * @param item the item of a {@code kind: List}, as in {@code items[3]}; {@link FieldPath#ROOT} for a document of its own
 * @param subject the object's kind and name: {@code PersistentVolume pv-test}; empty where it has none yet
 * @param path the field, from the object down; {@link FieldPath#ROOT} for the object as a whole
 * @param position line and column within the source; empty where there was no text
 */
public record Place(
        String source, int document, FieldPath item, String subject, FieldPath path, Optional<Position> position) {

    static Place of(String source, int document) {
        return new Place(source, document, FieldPath.ROOT, "", FieldPath.ROOT, Optional.empty());
    }

    Place in(FieldPath item) {
        return new Place(source, document, item, subject, path, position);
    }

    Place about(String subject) {
        return new Place(source, document, item, subject, path, position);
    }

    Place at(FieldPath path, Position position) {
        return new Place(source, document, item, subject, path, known(position));
    }

    Place at(Position position) {
        return at(path, position);
    }

    private static Optional<Position> known(Position position) {
        return position.equals(Position.NOWHERE) ? Optional.empty() : Optional.of(position);
    }

    /** {@code volumes.yaml:3:5: document 1, PersistentVolume pv-test}, as much of it as there is. */
    @Override
    public String toString() {
        List<String> what = new ArrayList<>();
        if (document > 0) {
            what.add("document " + document);
        }
        if (!item.equals(FieldPath.ROOT)) {
            what.add(Shortened.text(item.toString()));
        }
        if (!subject.isEmpty()) {
            what.add(Shortened.text(subject));
        }
        String where =
                source + position.map(it -> (source.isEmpty() ? "" : ":") + it).orElse("");
        String separator = where.isEmpty() || what.isEmpty() ? "" : ": ";
        return where + separator + String.join(", ", what);
    }
}
