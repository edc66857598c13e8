package io.mooring.yaml;

import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Why a manifest, or a part of it, could not be read.
 *
 * <p>The {@linkplain #text() text form} has the place and what is wrong on its first line, advice on a line of its
 * own.
 */
public sealed interface Problem {
    /** Where. */
    Place place();

    /** What is wrong, on one line: the field, the offending value, what was expected. */
    String message();

    /** What to do about it, where that can be told. */
    default Optional<String> advice() {
        return Optional.empty();
    }

    /** Place, message, and advice on a second line. */
    default String text() {
        String place = place().toString();
        String line = place.isEmpty() ? message() : place + ": " + message();
        return line + advice().map(it -> "\n  " + it).orElse("");
    }

    /**
     * Text that is no YAML, or no JSON; nothing of the document was read.
     *
     * @param format which of the two it should have been
     */
    record Syntax(Place place, String format, String reason) implements Problem {
        @Override
        public String message() {
            return "not " + format + ": " + reason;
        }
    }

    /**
     * A key that its map has already; for a lenient reading the last one counts.
     *
     * @param isMerged whether one of the two came by way of a merge key
     */
    record DuplicateKey(Place place, boolean isMerged) implements Problem {
        @Override
        public String message() {
            return "duplicate field \"" + Shortened.text(place.path().toString()) + "\"";
        }

        @Override
        public Optional<String> advice() {
            return Optional.of(
                    isMerged
                            ? "a key cannot replace one that a merge (<<) brings: keep one of them"
                            : "keep one of them");
        }
    }

    /** A key that cannot be a field's name: null, a list, a map. */
    record BadKey(Place place, String found) implements Problem {
        @Override
        public String message() {
            return "a key must be text, a number or a truth value; found " + found;
        }
    }

    /** A scalar that is not what its tag says, or that JSON has no word for. */
    record BadScalar(Place place, String scalar, String reason) implements Problem {
        @Override
        public String message() {
            return "cannot read " + field(place) + ": " + Shortened.text(scalar) + " " + reason;
        }

        @Override
        public Optional<String> advice() {
            return Optional.of("put it in quotes if it is meant as text");
        }
    }

    /** A merge key ({@code <<}) whose value is no map and no list of maps. */
    record BadMerge(Place place) implements Problem {
        @Override
        public String message() {
            return "a merge (<<) takes a map or a list of aliases of maps";
        }
    }

    /** An alias of nothing, or of what contains it. */
    record BadAlias(Place place, String name, String reason) implements Problem {
        @Override
        public String message() {
            return "alias *" + Shortened.text(name) + " " + reason;
        }
    }

    /**
     * A field that its object does not have; a lenient reading leaves it out.
     *
     * @param suggestion the field that was probably meant, if one is near
     * @param known the object's fields
     */
    record UnknownField(Place place, Optional<String> suggestion, List<String> known) implements Problem {
        public UnknownField {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return "unknown field \"" + Shortened.text(place.path().toString()) + "\"";
        }

        @Override
        public Optional<String> advice() {
            return suggestion
                    .map(name -> "did you mean \"" + name + "\"?")
                    .or(() -> known.isEmpty()
                            ? Optional.empty()
                            : Optional.of("known here: " + String.join(", ", known)));
        }
    }

    /**
     * A value of another type than the field's.
     *
     * @param expected as a person would say it: {@code a string}, {@code a list}
     * @param advice what to write instead, where that can be told
     */
    record WrongType(Place place, String expected, JsonValue found, Optional<String> advice) implements Problem {
        @Override
        public String message() {
            return "cannot read " + field(place) + ": expected " + expected + ", found " + Found.of(found);
        }
    }

    /**
     * Text that the field's type cannot take, such as a quantity or a time.
     *
     * @param reason why, in the API server's words where it has some
     * @param advice what was probably meant
     */
    record BadText(Place place, String found, String reason, Optional<String> advice) implements Problem {
        @Override
        public String message() {
            return "cannot read " + field(place) + ": \"" + Shortened.text(found) + "\": " + reason;
        }
    }

    /** An object without {@code kind} or without {@code apiVersion}. */
    record MissingKind(Place place, String field) implements Problem {
        @Override
        public String message() {
            return field + " is missing";
        }

        @Override
        public Optional<String> advice() {
            return Optional.of("each object says what it is: apiVersion: v1, kind: PersistentVolumeClaim");
        }
    }

    /**
     * An object of another kind, version or namespace than could be read here.
     *
     * @param expected what could be
     */
    record OtherKind(Place place, String found, String expected) implements Problem {
        @Override
        public String message() {
            return "expected " + expected + ", found " + Shortened.text(found);
        }
    }

    /**
     * More than the limits allow.
     *
     * @param limit the method of {@link Limits}: {@code depth}
     * @param allowed its value
     */
    record TooMuch(Place place, String limit, long allowed) implements Problem {
        @Override
        public String message() {
            return "more than the " + allowed + " that Limits." + limit + " allows";
        }
    }

    /** A file or folder that could not be read. */
    record Unreadable(Place place, String reason) implements Problem {
        @Override
        public String message() {
            return "cannot be read: " + reason;
        }
    }

    private static String field(Place place) {
        String path = place.path().toString();
        return path.isEmpty() ? "the object" : Shortened.text(path);
    }
}
