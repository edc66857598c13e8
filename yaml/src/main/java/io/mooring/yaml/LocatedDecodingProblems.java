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
    private final ProblemCollector problems;
    private final List<DecodingProblem> found = new ArrayList<>();

    LocatedDecodingProblems(FieldPositions positions, Location object, ProblemCollector problems) {
        this.positions = positions;
        this.object = object;
        this.problems = problems;
    }

    /** @throws ReadingStopped if there are as many problems as allowed already */
    @Override
    public void add(int index, DecodingProblem problem) {
        found.add(index, problem);
        problems.add(locate(problem));
    }

    @Override
    public DecodingProblem get(int index) {
        return found.get(index);
    }

    @Override
    public int size() {
        return found.size();
    }

    private Problem locate(DecodingProblem problem) {
        if (problem instanceof DecodingProblem.UnknownField field) {
            return new Problem.UnknownField(nameOf(field.path()), field.suggestion(), field.known());
        }
        if (problem instanceof DecodingProblem.DuplicateField field) {
            return new Problem.DuplicateKey(nameOf(field.path()));
        }
        if (problem instanceof DecodingProblem.WrongType type) {
            return new Problem.WrongType(valueOf(type.path()), type.expected(), type.actual(), type.advice());
        }
        return badText((DecodingProblem.BadText) problem);
    }

    /** The first line of a reason says why. What follows is advice. */
    private Problem badText(DecodingProblem.BadText problem) {
        Location value = valueOf(problem.path());
        int end = problem.reason().indexOf('\n');
        if (end < 0) {
            return new Problem.BadText(value, problem.text(), problem.reason(), problem.advice());
        }
        String reason = problem.reason().substring(0, end);
        String rest = problem.reason().substring(end + 1).strip();
        return new Problem.BadText(
                value, problem.text(), reason, problem.advice().or(() -> Optional.of(rest)));
    }

    private Location nameOf(FieldPath field) {
        return object.at(field, positions.ofName(field));
    }

    private Location valueOf(FieldPath field) {
        return object.at(field, positions.nearest(field));
    }
}
