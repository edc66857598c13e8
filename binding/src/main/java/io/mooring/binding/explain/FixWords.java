package io.mooring.binding.explain;

import io.mooring.binding.explain.words.KindText;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What helps an object as lines for a person. */
final class FixWords implements FixResult.Cases<String> {
    static final FixWords ALL = new FixWords();

    private FixWords() {}

    @Override
    public String notNeeded(FixResult.NotNeeded result) {
        return result.about().qualifiedName() + " needs nothing: it stands as it is to stand, or will by itself.\n";
    }

    @Override
    public String helped(FixResult.Helped result) {
        String start = result.fixes().size() == 1
                ? "This helps " + result.about().qualifiedName() + " (it was tried; nobody else loses anything):\n"
                : "Any one of these helps " + result.about().qualifiedName()
                        + " (each was tried; nobody else loses anything):\n";
        return start + result.fixes().stream().map(FixWords::fix).collect(Collectors.joining()) + more(result.extent());
    }

    private static String fix(Fix fix) {
        String warnings = Stream.concat(fix.toFillIn().stream(), fix.warnings().stream())
                .map(warning -> "    Mind: " + warning + ".\n")
                .collect(Collectors.joining());
        String commands = fix.kubectl().lines().map(line -> line + "\n").collect(Collectors.joining());
        return "\n  " + fix.purpose() + "\n" + warnings + "\n" + commands;
    }

    private static String more(FixResult.Extent extent) {
        return extent.isCutShort()
                ? "\nThere is more that could be tried; " + extent.trials() + " changes were.\n"
                : "";
    }

    @Override
    public String contradictory(FixResult.Contradictory result) {
        return "Nothing helps " + result.about().qualifiedName() + ": claim "
                + result.claim().qualifiedName() + " asks for " + result.requirements()
                + " at once, which no labels are.\n";
    }

    @Override
    public String exhausted(FixResult.Exhausted result) {
        String start = result.attempts().isEmpty()
                ? "There is no change that might help " + result.about().qualifiedName() + ".\n"
                : "Nothing that was tried helps " + result.about().qualifiedName() + ":\n";
        return start
                + result.attempts().stream()
                        .map(attempt -> "  " + attempt.text() + "\n")
                        .collect(Collectors.joining())
                + more(result.extent());
    }

    @Override
    public String notKnown(FixResult.NotKnown result) {
        return "What helps " + result.about().qualifiedName() + " is not known: "
                + KindText.notInTheDump(result.kinds()) + ".\n";
    }
}
