package io.mooring.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of a reading, as many as its limits allow. */
final class ProblemCollector {
    private static final Position LAST = new Position(Integer.MAX_VALUE, Integer.MAX_VALUE);
    private static final Comparator<Problem> BY_POSITION =
            Comparator.comparing(problem -> problem.location().position().orElse(LAST));

    private final Limits limits;
    private final List<Problem> problems = new ArrayList<>();

    ProblemCollector(Limits limits) {
        this.limits = limits;
    }

    /** @throws ReadingStopped if there are as many as allowed already */
    void add(Problem problem) {
        if (problems.size() >= limits.problems()) {
            Location location = problem.location();
            problems.add(new Problem.TooMuch(
                    Location.ofDocument(location.source(), location.document()), "problems", limits.problems()));
            throw new ReadingStopped();
        }
        problems.add(problem);
    }

    /** Without the problems from {@code begin} on. */
    void dropFrom(int begin) {
        problems.subList(begin, problems.size()).clear();
    }

    int size() {
        return problems.size();
    }

    /** Brings the problems from {@code begin} on, those of one document, into the order of the text. */
    void sortFrom(int begin) {
        problems.subList(begin, problems.size()).sort(BY_POSITION);
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
