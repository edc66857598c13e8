package io.mooring;

import io.mooring.names.Visible;
import io.mooring.yaml.Location;
import io.mooring.yaml.Problem;

/**
 * Something in a dump that Mooring does not know, and keeps as it is: a field of another version of Kubernetes, a value that
 * it cannot read.
 *
 * @param problem where it was met first
 * @param times how often the same was met
 */
public record Remark(Problem problem, int times) {
    /** Where it was met first: source, document, object, line and column, as far as they are known. */
    public Location location() {
        return problem.location();
    }

    /** In one line: {@code pods.yaml:12:5: document 1, items[3], Pod default/web: unknown field "spec.x" (kept; 7 times)}. */
    public String text() {
        String often = times == 1 ? "" : "; " + times + " times";
        return Visible.of(problem.location() + ": " + problem.message()) + " (kept as it is" + often + ")";
    }

    Remark again() {
        return new Remark(problem, times + 1);
    }
}
