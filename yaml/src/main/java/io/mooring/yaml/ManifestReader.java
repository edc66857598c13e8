package io.mooring.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads manifests, under the limits and with the strictness that it is given. Immutable; each {@code withX} is another
 * reader.
 */
public final class ManifestReader {
    static final ManifestReader STRICT = new ManifestReader(Limits.DEFAULT, false, Optional.empty());

    private final Limits limits;
    private final boolean isLenient;
    private final Optional<Expected> expected;

    /** What the API server is asked to create: the kind that the URL names, and the namespace. */
    record Expected(ObjectKind<? extends KubernetesObject> kind, String namespace) {}

    private ManifestReader(Limits limits, boolean isLenient, Optional<Expected> expected) {
        this.limits = limits;
        this.isLenient = isLenient;
        this.expected = expected;
    }

    /** A reader with other limits. */
    public ManifestReader withLimits(Limits limits) {
        return new ManifestReader(limits, isLenient, expected);
    }

    /**
     * A reader that hands out objects with problems too, each with as much as could be read: what is unknown or cannot be
     * read is left out, of what is there twice the last one counts. An unknown object in the spec of a PersistentVolume
     * is carried as a source of unknown kind.
     */
    public ManifestReader lenient() {
        return new ManifestReader(limits, true, expected);
    }

    /**
     * A reader that takes a text as the API server takes the body of a request to create one object: the first document
     * is read and no other, no document is an empty object, {@code kind} and {@code apiVersion} may be left out, a list or
     * another kind or another namespace is a problem.
     *
     * @param namespace the one that the request goes to; of no importance for kinds without namespaces
     */
    public ManifestReader asRequestFor(ObjectKind<? extends KubernetesObject> kind, String namespace) {
        return new ManifestReader(limits, isLenient, Optional.of(new Expected(kind, namespace)));
    }

    /** Reads YAML, and so JSON. */
    public Reading read(String text) {
        return read("", text);
    }

    /** Reads YAML, and so JSON, from a source that has a name. */
    public Reading read(String source, String text) {
        return new Session(this).yaml(source, text).reading();
    }

    /** Reads JSON values, one or several one after the other, as the API server reads JSON. */
    public Reading readJson(String text) {
        return readJson("", text);
    }

    /** Reads JSON from a source that has a name. */
    public Reading readJson(String source, String text) {
        return new Session(this).json(source, text).reading();
    }

    /** Reads a tree of Jackson's; what is found has no positions. */
    public Reading read(JsonNode tree) {
        return new Session(this).tree(tree).reading();
    }

    /**
     * Reads a file in UTF-8, or all of a folder's files and those of its folders in the order of their paths: {@code .json}
     * as JSON, {@code .yaml} and {@code .yml} as YAML. A file named directly is YAML unless it ends in {@code .json}.
     */
    public Reading read(Path path) {
        Session session = new Session(this);
        new Sources(session, limits).read(path);
        return session.reading();
    }

    Limits limits() {
        return limits;
    }

    boolean isLenient() {
        return isLenient;
    }

    Optional<Expected> expected() {
        return expected;
    }
}
