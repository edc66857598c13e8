package io.mooring.yaml;

import io.mooring.names.Visible;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.text.Excerpt;
import java.util.List;
import java.util.Optional;

/**
 * Why a manifest, or a part of it, could not be read.
 *
 * <p>No problem quotes a value of a Secret, or of what may be one.
 *
 * <p>Its {@linkplain #text() text} has location and message on the first line, and advice on a second:
 *
 * <pre>
 *   pv.yaml:22:5: document 1, PersistentVolume pv-a: unknown field "spec.rbd.imageformat"
 *     known here: monitors, image, fsType, pool, user, keyring, secretRef, readOnly
 * </pre>
 *
 * <p>A problem holds no more of what it quotes than it shows: 120 characters, control characters escaped.
 */
public sealed interface Problem {
    /** Source, document, object, field, line and column, as far as they are known. */
    Location location();

    /** What is wrong, on one line: field, offending value, what was expected. */
    String message();

    /** What to write instead, if that can be told. */
    default Optional<String> advice() {
        return Optional.empty();
    }

    /**
     * Whether nobody can say which objects are there: the text is of no known syntax, a template, or cannot be had. The other
     * problems are of an object that says what it is.
     */
    default boolean hidesObjects() {
        return false;
    }

    /** Location and message, and advice on a second line. */
    default String text() {
        String where = location().toString();
        String line = Visible.of(where.isEmpty() ? message() : where + ": " + message());
        return line + advice().map(it -> "\n  " + Visible.lines(it)).orElse("");
    }

    /**
     * The document does not follow the syntax of its format. Nothing of it was read.
     *
     * @param format {@code YAML} or {@code JSON}
     */
    record Syntax(Location location, String format, String reason) implements Problem {
        @Override
        public boolean hidesObjects() {
            return true;
        }

        @Override
        public String message() {
            return "not " + format + ": " + reason;
        }
    }

    /** A key that stands twice in its map. The last one counts for an object that is read in spite of it. */
    record DuplicateKey(Location location) implements Problem {
        @Override
        public String message() {
            return duplicate(location);
        }

        @Override
        public Optional<String> advice() {
            return Optional.of("keep one of them");
        }
    }

    /** A key beside a merge key ({@code <<}) that brings it too. */
    record OverriddenMerge(Location location) implements Problem {
        @Override
        public String message() {
            return duplicate(location);
        }

        @Override
        public Optional<String> advice() {
            return Optional.of("a key cannot replace one that a merge (<<) brings: keep one of them");
        }
    }

    /** A key that cannot be the name of a field: null, a list, a map, a number from 2^63 on. */
    record BadKey(Location location, String found) implements Problem {
        @Override
        public boolean hidesObjects() {
            return true;
        }

        @Override
        public String message() {
            return "a key must be text, a number or a truth value; found " + found;
        }
    }

    /** A scalar that is not what its tag says, or that JSON cannot say: {@code !!int x}, {@code .inf}. */
    record BadScalar(Location location, String scalar, String reason) implements Problem {
        public BadScalar {
            scalar = Excerpt.of(scalar);
        }

        @Override
        public String message() {
            return "cannot read " + field(location) + ": " + scalar + " " + reason;
        }

        @Override
        public Optional<String> advice() {
            return Optional.of("put it in quotes if it is meant as text");
        }
    }

    /** A merge key ({@code <<}) whose value is neither a map nor a list of maps. */
    record BadMerge(Location location) implements Problem {
        @Override
        public boolean hidesObjects() {
            return true;
        }

        @Override
        public String message() {
            return "a merge (<<) takes a map or a list of aliases of maps";
        }
    }

    /**
     * An alias without an anchor, one of something that contains it, or one too many.
     *
     * @param name of the anchor; empty where there is none: what looks like an alias may be a password
     */
    record BadAlias(Location location, String name, String reason) implements Problem {
        public BadAlias {
            name = Excerpt.of(name);
        }

        @Override
        public boolean hidesObjects() {
            return true;
        }

        @Override
        public String message() {
            return (name.isEmpty() ? "an alias" : "alias *" + name) + " " + reason;
        }
    }

    /**
     * A field that its object does not have.
     *
     * @param suggestion the known field that was probably meant
     * @param known the fields that the object does have
     */
    record UnknownField(Location location, Optional<String> suggestion, List<String> known) implements Problem {
        public UnknownField {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return "unknown field \"" + Excerpt.of(location.path().toString()) + "\"";
        }

        @Override
        public Optional<String> advice() {
            return new DecodingProblem.UnknownField(location.path(), suggestion, known).advice();
        }
    }

    /**
     * A value of another type than its field's.
     *
     * @param expected the field's type: {@code a string}, {@code a list}
     * @param found the value with its type: {@code number 1}, {@code an object}
     * @param advice what to write instead
     */
    record WrongType(Location location, String expected, String found, Optional<String> advice) implements Problem {
        WrongType(Location location, String expected, JsonValue found, Optional<String> advice) {
            this(location, expected, Excerpt.of(found), advice);
        }

        @Override
        public String message() {
            return "cannot read " + field(location) + ": expected " + expected + ", found " + found;
        }
    }

    /**
     * Text that is none of its field's type: {@code 1GB} as a quantity, {@code yesterday} as a time.
     *
     * @param reason in the API server's words, where it has some
     * @param advice what was probably meant
     */
    record BadText(Location location, String found, String reason, Optional<String> advice) implements Problem {
        public BadText {
            found = Excerpt.of(found);
            reason = Excerpt.ofReason(reason);
        }

        @Override
        public String message() {
            return "cannot read " + field(location) + ": \"" + found + "\": " + reason;
        }
    }

    /** An object without {@code kind}, or without {@code apiVersion}. */
    record MissingKind(Location location, String field) implements Problem {
        @Override
        public boolean hidesObjects() {
            return true;
        }

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
     * An object of another kind, version or namespace than can be read here.
     *
     * @param expected what can be
     */
    record OtherKind(Location location, String found, String expected) implements Problem {
        public OtherKind {
            found = Excerpt.of(found);
        }

        @Override
        public String message() {
            return "expected " + expected + ", found " + found;
        }
    }

    /**
     * More than the limits allow.
     *
     * @param limit the name of the limit in {@link Limits}: {@code depth}
     * @param allowed its value
     */
    record TooMuch(Location location, String limit, long allowed) implements Problem {
        @Override
        public boolean hidesObjects() {
            return true;
        }

        @Override
        public String message() {
            return "more than the " + allowed + " that Limits." + limit + " allows";
        }
    }

    /** A source that is the template of manifests: they are there when it is rendered. Nothing of it was read. */
    record Template(Location location) implements Problem {
        @Override
        public boolean hidesObjects() {
            return true;
        }

        @Override
        public String message() {
            return "a template, not a manifest: {{ }} is for the template engine";
        }

        @Override
        public Optional<String> advice() {
            return Optional.of(rendering("helm template NAME CHART"));
        }
    }

    /** A folder that holds a Helm chart; see {@link Source#chart}. Its templates were not read. */
    record Chart(Location location) implements Problem {
        @Override
        public boolean hidesObjects() {
            return true;
        }

        @Override
        public String message() {
            return "a Helm chart: its templates are manifests only when they are rendered";
        }

        @Override
        public Optional<String> advice() {
            return Optional.of(rendering("helm template NAME " + location.source()));
        }
    }

    /**
     * A folder that says what is to be done to manifests before they are applied; see {@link Source#kustomization}. Manifests beside
     * it were read as they stand.
     */
    record Kustomization(Location location) implements Problem {
        @Override
        public String message() {
            return "a kustomization: manifests were read without what it does to them";
        }

        @Override
        public Optional<String> advice() {
            return Optional.of(rendering("kubectl kustomize " + location.source()));
        }
    }

    /** A source whose text could not be had; see {@link Source#unreadable}. */
    record Unreadable(Location location, String reason, Optional<String> advice) implements Problem {
        @Override
        public boolean hidesObjects() {
            return true;
        }

        @Override
        public String message() {
            return "cannot be read: " + reason;
        }
    }

    /**
     * A folder with more files, bytes or folders within one another than the limits allow; see {@link Source#largeFolder}.
     *
     * @param limit the name of the limit in {@link Limits}: {@code files}
     * @param allowed its value
     */
    record LargeFolder(Location location, String limit, long allowed) implements Problem {
        @Override
        public boolean hidesObjects() {
            return true;
        }

        @Override
        public String message() {
            return "a folder with more than the " + allowed + " that Limits." + limit + " allows";
        }

        @Override
        public Optional<String> advice() {
            return Optional.of("name those of its files and folders that are to be read");
        }
    }

    private static String rendering(String command) {
        return "render it first, and read what comes out: " + command + " > rendered.yaml";
    }

    private static String duplicate(Location location) {
        return "duplicate field \"" + Excerpt.of(location.path().toString()) + "\"";
    }

    private static String field(Location location) {
        String path = location.path().toString();
        return path.isEmpty() ? "the object" : Excerpt.of(path);
    }
}
