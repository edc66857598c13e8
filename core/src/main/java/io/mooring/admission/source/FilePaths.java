package io.mooring.admission.source;

import static io.mooring.schema.Checks.noBacksteps;

import io.mooring.schema.Check;

/** Paths below a volume. */
public final class FilePaths {
    private FilePaths() {}

    /** A path below here that no step leads out of. Models {@code validateLocalDescendingPath}. */
    public static Check<String> descending() {
        return (path, at) -> {
            if (path.startsWith("/")) {
                at.invalid(path, "must be a relative path");
            }
            noBacksteps().check(path, at);
        };
    }

    /** A path below here whose name is not kept for the system. Models {@code validateLocalNonReservedPath}. */
    public static Check<String> unreserved() {
        return (path, at) -> {
            descending().check(path, at);
            if (path.startsWith("..") && !path.startsWith("../")) {
                at.invalid(path, "must not start with '..'");
            }
        };
    }
}
