package io.mooring.yaml;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the problems of decoding one object as they are found, and adds to each where it is in the text. It is a list because
 * codecs add their problems to one; adding to it ends the reading if there are too many.
 */
final class LocatedDecodingProblems extends AbstractList<DecodingProblem> {
    private final FieldPositions positions;
    private final Location object;
    private final Quoting quoting;
    private final ProblemCollector problems;
    private final List<DecodingProblem> found = new ArrayList<>();

    LocatedDecodingProblems(FieldPositions positions, Location object, Quoting quoting, ProblemCollector problems) {
        this.positions = positions;
        this.object = object;
        this.quoting = quoting;
        this.problems = problems;
    }

    /** @throws ReadingStopped if there are as many problems as allowed already */
    @Override
    public void add(int index, DecodingProblem problem) {
        found.add(index, problem);
        problems.add(problem.accept(new Locator()));
    }

    @Override
    public DecodingProblem get(int index) {
        return found.get(index);
    }

    @Override
    public int size() {
        return found.size();
    }

    /** An unknown or repeated field is where its name is, a bad value where the value is. */
    private final class Locator implements DecodingProblem.Visitor<Problem> {
        @Override
        public Problem unknownField(DecodingProblem.UnknownField problem) {
            return new Problem.UnknownField(nameOf(problem.path()), problem.suggestion(), problem.known());
        }

        @Override
        public Problem duplicateField(DecodingProblem.DuplicateField problem) {
            return new Problem.DuplicateKey(nameOf(problem.path()));
        }

        @Override
        public Problem wrongType(DecodingProblem.WrongType problem) {
            return new Problem.WrongType(
                    valueOf(problem.path()),
                    problem.expected(),
                    quoting.value(problem.actual()),
                    quoting.advice(problem.advice()));
        }

        /** The first line of a reason says why. What follows is advice. */
        @Override
        public Problem badText(DecodingProblem.BadText problem) {
            Location value = valueOf(problem.path());
            int end = problem.reason().indexOf('\n');
            if (end < 0) {
                return badText(value, problem.text(), problem.reason(), problem.advice());
            }
            String reason = problem.reason().substring(0, end);
            String rest = problem.reason().substring(end + 1).strip();
            Optional<String> advice = problem.advice().or(() -> Optional.of(rest));
            return badText(value, problem.text(), reason, advice);
        }

        private Problem badText(Location value, String text, String reason, Optional<String> advice) {
            return new Problem.BadText(value, quoting.text(text), quoting.reason(reason), quoting.advice(advice));
        }
    }

    private Location nameOf(FieldPath field) {
        return object.at(field, positions.ofName(field));
    }

    private Location valueOf(FieldPath field) {
        return object.at(field, positions.nearest(field));
    }
}
