package io.mooring.yaml;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonValue;
import org.immutables.value.Value;

/**
 * How much a reading may cost. What goes beyond is refused with a {@link Problem.TooMuch} that names the limit. Within the
 * defaults any text, however hostile, is read or refused within a second of processor time and within 128 MiB of heap, and
 * what was read can be printed and written back within that too.
 *
 * <pre>
 *   holds for        limits                                                   beyond it
 *   a source         textLength, documents                                    no more of the source is read
 *   a document       documentLength, depth, scalarLength, keyLength           the document is refused
 *   an object        objectNodes                                              the object is refused
 *   the whole        nodes, writtenLength, problems                           the reading ends
 *   reading          repeatedLength, reparsedLength                           each document that needs more is refused
 * </pre>
 *
 * <p>What holds for the whole reading is one budget for all sources and documents together: a hundred documents cannot cost a
 * hundred times what one may. What an alias repeats counts as though it stood there; it is read only once.
 *
 * <p>Problems are short whatever they are about: a name, a key or a value is quoted with 120 characters at most.
 */
@Value.Immutable
@MooringStyle
public sealed interface Limits extends WithLimits permits ImmutableLimits {
    /** The defaults. */
    Limits DEFAULT = builder().build();

    /**
     * For dumps of clusters, which are large. The command reads with them whatever it is given, so that they bound strangers'
     * texts too: within 512 MiB of heap each text of 16 Mi characters, however hostile, is read or refused within some seconds
     * of processor time. A dump is read object by object, and each is held to {@link #objectNodes}; what is kept of the objects
     * grows with the text, up to half a kilobyte a value. The defaults take less.
     */
    Limits OF_DUMPS = builder()
            .textLength(1 << 29)
            .documentLength(1 << 24)
            .documents(1 << 20)
            .nodes(1 << 26)
            .objectNodes(1 << 19)
            .writtenLength(Integer.MAX_VALUE)
            .problems(1 << 18)
            .folderBytes(1L << 32)
            .build();

    /** Characters in one source; 16 Mi by default. */
    @Value.Default
    default int textLength() {
        return 16 << 20;
    }

    /** Characters in one document; 3 Mi by default, as many bytes as the API server takes in a request. */
    @Value.Default
    default int documentLength() {
        return 3 << 20;
    }

    /** Documents in one source; 10,000 by default. */
    @Value.Default
    default int documents() {
        return 10_000;
    }

    /**
     * Values and keys in a reading, those that aliases repeat included; 250,000 by default. An anchor counts as one more; a
     * fraction, which is slow to print, as sixteen.
     */
    @Value.Default
    default int nodes() {
        return 250_000;
    }

    /**
     * Those of {@link #nodes} that one object of a dump may have, or one document; 250,000 by default. An object is read as a
     * whole, and a list of a dump item by item, so that this bounds what a reading needs beside what it keeps.
     */
    @Value.Default
    default int objectNodes() {
        return 250_000;
    }

    /**
     * Characters of all values of a reading as they are written back, those that aliases repeat included; 8 Mi by default.
     * A text counts as in JSON, with its escapes, and a value with two more for each list and map that it lies in: what a line
     * is indented by. A map in a list counts as 128 at least, however little it says: what is read from it may have fields that
     * are always written.
     */
    @Value.Default
    default int writtenLength() {
        return 8 << 20;
    }

    /** Those of {@link #writtenLength} that aliases repeat; 3 Mi by default, as much as a document may have. */
    @Value.Default
    default int repeatedLength() {
        return 3 << 20;
    }

    /**
     * Characters that are parsed again in a reading; 3 Mi by default. A document is parsed again from its beginning for each
     * tab or colon that the parser has to be helped over to read as Kubernetes reads.
     */
    @Value.Default
    default int reparsedLength() {
        return 3 << 20;
    }

    /** Lists and maps within one another; 256 by default, and at most {@link JsonValue#MOST_DEPTH}. */
    @Value.Default
    default int depth() {
        return 256;
    }

    /** Characters in one text; 1 Mi by default, as much as Kubernetes puts into a ConfigMap. */
    @Value.Default
    default int scalarLength() {
        return 1 << 20;
    }

    /** Characters in one key, and in a directive; 1,024 by default, as in YAML itself. */
    @Value.Default
    default int keyLength() {
        return 1024;
    }

    /** Problems in a reading; 1,000 by default. The reading ends after that many, with one more that says so. */
    @Value.Default
    default int problems() {
        return 1000;
    }

    /** Manifests that are read in a folder and those below it; 10,000 by default. A folder with more is not read. */
    @Value.Default
    default int files() {
        return 10_000;
    }

    /** Whatever is looked at in a folder and those below it; 100,000 by default. A folder with more is not read. */
    @Value.Default
    default int folderEntries() {
        return 100_000;
    }

    /** Folders within one another; 64 by default. What is further down is not read. */
    @Value.Default
    default int folderDepth() {
        return 64;
    }

    /** Bytes of all files in a folder and those below it; 64 Mi by default. No more of the folder is read. */
    @Value.Default
    default long folderBytes() {
        return 64L << 20;
    }

    /** A tree deeper than a tree can be cannot be asked for. */
    @Value.Check
    default void checkDepth() {
        if (depth() > JsonValue.MOST_DEPTH) {
            throw new IllegalArgumentException(
                    "a depth of " + depth() + ": no tree is deeper than " + JsonValue.MOST_DEPTH);
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default. */
    final class Builder extends ImmutableLimits.Builder {
        Builder() {}
    }
}
