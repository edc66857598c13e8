package io.mooring.schema;

import io.mooring.tree.DecodingProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A tree that was expected to be readable and is not. */
public final class DecodingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<DecodingProblem> problems;

    public DecodingException(List<DecodingProblem> problems) {
        super(problems.stream().map(DecodingException::line).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in document order. */
    public List<DecodingProblem> problems() {
        return problems;
    }

    private static String line(DecodingProblem problem) {
        return problem.message() + problem.advice().map(text -> "\n  " + text).orElse("");
    }
}
