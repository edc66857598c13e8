package io.mooring.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** Manifests were expected to have no problem and have some. The message lists all of them. */
public final class ManifestException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ManifestException(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of the text. */
    public List<Problem> problems() {
        return problems;
    }
}
