package io.mooring;

import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.yaml.Limits;
import io.mooring.yaml.Location;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Problem;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * Reads what may be manifests or a dump of a cluster, and tells which by the objects' uids: only an API server gives them.
 *
 * <pre>{@code
 * Mooring.intake().read(List.of(Path.of("shop.yaml")))
 * }</pre>
 *
 * <p>Immutable. Manifests are read as {@link Loader} does, a dump as {@link Opener} does.
 */
public final class Intake {
    static final Intake DEFAULT =
            new Intake(Loader.DEFAULT.withLimits(Limits.OF_DUMPS), Opener.DEFAULT, Optional.empty(), objects -> {});

    private final Loader loader;
    private final Opener opener;
    private final Optional<InputStream> input;
    private final IntConsumer progress;

    private Intake(Loader loader, Opener opener, Optional<InputStream> input, IntConsumer progress) {
        this.loader = loader;
        this.opener = opener;
        this.input = input;
        this.progress = progress;
    }

    /** The same under another release of Kubernetes. */
    public Intake withRelease(Release release) {
        return withSemantics(Semantics.of(release));
    }

    /** The same under another Kubernetes, such as one with a feature gate switched. */
    public Intake withSemantics(Semantics other) {
        return new Intake(loader.withSemantics(other), opener.withSemantics(other), input, progress);
    }

    /** The same with this for the path {@code -}, in place of the standard input. */
    public Intake withInput(InputStream other) {
        return new Intake(loader, opener, Optional.of(other), progress);
    }

    /** The same with this told how many objects there are so far. */
    public Intake withProgress(IntConsumer other) {
        return new Intake(loader, opener, input, other);
    }

    /** The same with the opener changed, such as to say which kinds a dump was asked for. */
    public Intake withOpener(UnaryOperator<Opener> change) {
        return new Intake(loader, change.apply(opener), input, progress);
    }

    /** Takes what is there for manifests, uids or not. */
    public Mooring load(List<Path> paths) {
        return loader.withInput(input.orElse(System.in)).load(paths);
    }

    /** Takes what is there for a dump, uids or not. */
    public Mooring open(List<Path> paths) {
        return opener.withInput(input.orElse(System.in)).withProgress(progress).open(paths);
    }

    /** Reads files, folders and, as {@code -}, the standard input. What can be read only once, such as a pipe, is read once. */
    public Input read(List<Path> paths) {
        Streams streams = Streams.with(input.orElse(System.in)).kept();
        DumpedObjects read = new DumpedObjects(progress);
        List<Problem> problems = Manifests.reader()
                .withLimits(Limits.OF_DUMPS)
                .readDump(new ManifestFiles(paths, Limits.OF_DUMPS, streams), read);
        List<Location> stored = read.stored();
        List<Location> written = read.written();
        if (!stored.isEmpty() && !written.isEmpty()) {
            return new Input.Mixture(stored, written);
        }
        if (!stored.isEmpty()) {
            return new Input.Dump(opener.open(read, problems));
        }
        return written.isEmpty() && problems.isEmpty()
                ? new Input.Nothing()
                : new Input.Manifests(loader.load(paths, streams));
    }
}
