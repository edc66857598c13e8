package io.mooring.yaml;

import io.mooring.names.Confidential;
import io.mooring.tree.FieldPath;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.ProblemListener;

/** Adds to each problem that the parsers find in a document which document that is, and what it is about. */
final class DocumentProblems implements ProblemListener {
    private final ProblemCollector problems;
    private Location location;

    DocumentProblems(Location document, ProblemCollector problems) {
        this.location = document;
        this.problems = problems;
    }

    /** What the document is about, once that is known. */
    void setSubject(String subject) {
        location = location.withSubject(subject);
    }

    @Override
    public void badSyntax(String format, String reason, LineColumn at) {
        problems.add(new Problem.Syntax(location.at(FieldPath.ROOT, at), format, reason));
    }

    @Override
    public void overLimit(String limit, long allowed, LineColumn at) {
        problems.add(new Problem.TooMuch(location.at(FieldPath.ROOT, at), limit, allowed));
    }

    @Override
    public void duplicateKey(FieldPath path, LineColumn at) {
        problems.add(new Problem.DuplicateKey(location.at(path, at)));
    }

    @Override
    public void duplicateOfMergedKey(FieldPath path, LineColumn at) {
        problems.add(new Problem.OverriddenMerge(location.at(path, at)));
    }

    @Override
    public void badKey(FieldPath path, String found, LineColumn at) {
        problems.add(new Problem.BadKey(location.at(path, at), found));
    }

    @Override
    public void badScalar(FieldPath path, String scalar, String reason, LineColumn at) {
        String shown = Confidential.isAt(path) ? "its value" : scalar;
        problems.add(new Problem.BadScalar(location.at(path, at), shown, reason));
    }

    @Override
    public void badMerge(FieldPath path, LineColumn at) {
        problems.add(new Problem.BadMerge(location.at(path, at)));
    }

    @Override
    public void badAlias(FieldPath path, String alias, String reason, LineColumn at) {
        problems.add(new Problem.BadAlias(location.at(path, at), alias, reason));
    }
}
