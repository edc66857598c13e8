package io.mooring.yaml;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import java.util.List;
import java.util.Optional;

/** Reads manifests within limits. Immutable: each {@code withX} and {@code asX} gives another reader. */
public final class ManifestReader {
    static final ManifestReader DEFAULT = new ManifestReader(Limits.DEFAULT, Optional.empty());

    private final Limits limits;
    private final Optional<RequestTarget> target;

    private ManifestReader(Limits limits, Optional<RequestTarget> target) {
        this.limits = limits;
        this.target = target;
    }

    /** A reader with other limits. */
    public ManifestReader withLimits(Limits other) {
        return new ManifestReader(other, target);
    }

    /**
     * A reader that takes each source as the API server takes the body of a request to create one object. It reads the
     * first document only; without a document it reads an empty object; {@code kind} and {@code apiVersion} may be left
     * out; a list, another kind, and another namespace are problems.
     *
     * @param namespace of the request; of no importance for kinds without namespaces
     */
    public ManifestReader asRequestFor(ObjectKind<? extends KubernetesObject> kind, String namespace) {
        return new ManifestReader(limits, Optional.of(new RequestTarget(kind, namespace)));
    }

    /** Reads YAML, and so JSON, that has no name. */
    public Reading read(String text) {
        return read(Source.yaml("", text));
    }

    /** Reads JSON that has no name, as the API server reads JSON. */
    public Reading readJson(String text) {
        return read(Source.json("", text));
    }

    /** Reads one source. */
    public Reading read(Source source) {
        return read(List.of(source));
    }

    /**
     * Reads several sources as one reading: the limits on values and problems hold for all of them together. A source is
     * asked for when those before it have been read, and is not kept, so that the texts need not be in memory at once.
     */
    public Reading read(Iterable<Source> sources) {
        ReadingRun run = new ReadingRun(limits, target);
        for (Source source : sources) {
            run.read(source);
            if (run.isStopped()) {
                break;
            }
        }
        return run.reading();
    }

    /**
     * Reads what {@code kubectl get -o yaml} or {@code -o json} printed. Each object is handed on and not kept, so that no
     * more has to be in memory than the text of one source. An object with fields that its kind does not have, or with values
     * that cannot be read, is handed on as well; the problems say so.
     *
     * @return the problems, in the order of the text
     */
    public List<Problem> readDump(Iterable<Source> sources, DumpListener listener) {
        DumpRun run = new DumpRun(limits, listener);
        try {
            sources.forEach(source -> source.read(run));
        } catch (ReadingStopped stopped) {
            return run.problems();
        }
        return run.problems();
    }
}
