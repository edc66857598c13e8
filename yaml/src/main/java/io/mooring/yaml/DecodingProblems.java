package io.mooring.yaml;

import io.mooring.tree.DecodingProblem;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the codecs' problems as they come, each to its place in the text; ends the reading when there are enough. */
final class DecodingProblems extends AbstractList<DecodingProblem> {
    private final Positions positions;
    private final Place place;
    private final ProblemList problems;
    private final List<DecodingProblem> taken = new ArrayList<>();

    DecodingProblems(Positions positions, Place place, ProblemList problems) {
        this.positions = positions;
        this.place = place;
        this.problems = problems;
    }

    /** @throws Enough if there are enough already */
    @Override
    public void add(int index, DecodingProblem problem) {
        taken.add(index, problem);
        problems.add(located(problem));
    }

    @Override
    public DecodingProblem get(int index) {
        return taken.get(index);
    }

    @Override
    public int size() {
        return taken.size();
    }

    private Problem located(DecodingProblem problem) {
        Place here = place.at(problem.path(), positions.nearestOrNowhere(problem.path()));
        if (problem instanceof DecodingProblem.UnknownField field) {
            Place name = place.at(field.path(), positions.nameOrNowhere(field.path()));
            return new Problem.UnknownField(name, field.suggestion(), field.known());
        }
        if (problem instanceof DecodingProblem.DuplicateField field) {
            return new Problem.DuplicateKey(place.at(field.path(), positions.nameOrNowhere(field.path())), false);
        }
        if (problem instanceof DecodingProblem.WrongType type) {
            return new Problem.WrongType(here, type.expected(), type.actual(), type.advice());
        }
        return badText((DecodingProblem.BadText) problem, here);
    }

    /** A reason's first line says why; what follows is advice. */
    private static Problem badText(DecodingProblem.BadText problem, Place here) {
        int end = problem.reason().indexOf('\n');
        if (end < 0) {
            return new Problem.BadText(here, problem.text(), problem.reason(), problem.advice());
        }
        Optional<String> more = Optional.of(problem.reason().substring(end + 1).strip());
        return new Problem.BadText(
                here,
                problem.text(),
                problem.reason().substring(0, end),
                problem.advice().or(() -> more));
    }
}
