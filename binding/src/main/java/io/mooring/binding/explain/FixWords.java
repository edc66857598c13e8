package io.mooring.binding.explain;

import io.mooring.binding.explain.words.KindText;
import io.mooring.meta.Ref;
import io.mooring.names.Visible;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What helps an object as lines for a person. */
final class FixWords implements FixResult.Cases<String> {
    static final FixWords ALL = new FixWords();

    private FixWords() {}

    @Override
    public String notNeeded(FixResult.NotNeeded result) {
        return name(result.about()) + " needs nothing: it stands as it is to stand, or will by itself.\n";
    }

    @Override
    public String helped(FixResult.Helped result) {
        String start = result.fixes().size() == 1
                ? "This helps " + name(result.about()) + " (it was tried; nobody else loses anything):\n"
                : "Any one of these helps " + name(result.about()) + " (each was tried; nobody else loses anything):\n";
        return start + result.fixes().stream().map(FixWords::fix).collect(Collectors.joining()) + more(result.extent());
    }

    private static String name(Ref<?> object) {
        return Visible.of(object.qualifiedName());
    }

    private static String fix(Fix fix) {
        String warnings = Stream.concat(fix.toFillIn().stream(), fix.warnings().stream())
                .map(warning -> "    Mind: " + Visible.of(warning) + ".\n")
                .collect(Collectors.joining());
        String commands =
                Visible.lines(fix.kubectl()).lines().map(line -> line + "\n").collect(Collectors.joining());
        return "\n  " + Visible.of(fix.purpose()) + "\n" + warnings + "\n" + commands;
    }

    private static String more(FixResult.Extent extent) {
        return extent.isCutShort()
                ? "\nThere is more that could be tried; " + extent.trials() + " changes were.\n"
                : "";
    }

    @Override
    public String contradictory(FixResult.Contradictory result) {
        return "Nothing helps " + name(result.about()) + ": claim "
                + name(result.claim()) + " asks for "
                + Visible.of(result.requirements().toString())
                + " at once, which no labels are.\n";
    }

    @Override
    public String exhausted(FixResult.Exhausted result) {
        String start = result.attempts().isEmpty()
                ? "There is no change that might help " + name(result.about()) + ".\n"
                : "Nothing that was tried helps " + name(result.about()) + ":\n";
        return start
                + result.attempts().stream()
                        .map(attempt -> "  " + Visible.of(attempt.text()) + "\n")
                        .collect(Collectors.joining())
                + holds(result)
                + more(result.extent());
    }

    private static String holds(FixResult.Exhausted result) {
        return result.holds().isEmpty()
                ? ""
                : "What holds it:\n"
                        + result.holds().stream()
                                .map(fact -> "  " + fact.object().kind().name() + " " + name(fact.object()) + " "
                                        + Visible.of(fact.text()) + "\n")
                                .collect(Collectors.joining());
    }

    @Override
    public String notSearched(FixResult.NotSearched result) {
        return "No change is searched for a " + result.about().kind().name() + " such as "
                + result.about().qualifiedName()
                + "; ask for what waits for it: a claim, a volume, a pod, or what makes pods.\n";
    }

    @Override
    public String notTried(FixResult.NotTried result) {
        return "What helps " + name(result.about()) + " was not looked for after " + Explainer.MOST_TRIALS
                + " changes that were tried for others; to look for it: " + Visible.of(Shell.fix(result.about()))
                + "\n";
    }

    @Override
    public String notKnown(FixResult.NotKnown result) {
        return "What helps " + name(result.about()) + " is not known: " + KindText.notInTheDump(result.kinds()) + ".\n";
    }
}
