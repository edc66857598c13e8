package io.mooring.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems, as many as the limits allow. */
final class ProblemList {
    private static final Position AT_THE_END = new Position(Integer.MAX_VALUE, Integer.MAX_VALUE);
    private static final Comparator<Problem> BY_POSITION =
            Comparator.comparing(problem -> problem.place().position().orElse(AT_THE_END));

    private final Limits limits;
    private final List<Problem> problems = new ArrayList<>();

    ProblemList(Limits limits) {
        this.limits = limits;
    }

    /** @throws Enough if there are enough already */
    void add(Problem problem) {
        if (problems.size() >= limits.problems()) {
            problems.add(new Problem.TooMuch(
                    Place.of(problem.place().source(), problem.place().document()), "problems", limits.problems()));
            throw new Enough();
        }
        problems.add(problem);
    }

    int size() {
        return problems.size();
    }

    /** Puts those from {@code begin} on, which are of one document, in the order of the text. */
    void sortFrom(int begin) {
        problems.subList(begin, problems.size()).sort(BY_POSITION);
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
